"""The command `muqabala`: collects the commands and turns errors into one line and an exit code."""

from __future__ import annotations

import errno
import gc
import sys
from pathlib import Path

from cli.exit_codes import EXIT_ERROR, EXIT_INTERRUPTED, EXIT_PARTIAL
from cli.progress import say
from cli.quick import start_at_once
from cli.streams import abandon_output, end_on_signals, flush_output, prepare_streams
from translator.errors import MuqabalaError


def main() -> None:
    """Run the command line; the process ends with a documented exit code."""
    prepare_streams()
    end_on_signals()
    code = _run()
    left = flush_output()
    if left is not None:
        code = _system_error(left)
    sys.exit(code)


def _run() -> int:
    try:
        Path.cwd()
    except OSError:
        say("the current folder does not exist any more; change to another folder")
        return EXIT_ERROR
    try:
        if start_at_once(sys.argv[1:]):
            return 0
        _parse()
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else EXIT_ERROR if ended.code else 0
        if code == EXIT_INTERRUPTED:
            say("stopped")
        return code
    except MuqabalaError as error:
        say(str(error))
    except KeyboardInterrupt:
        say("stopped")
        return EXIT_INTERRUPTED
    except OSError as error:
        return _system_error(error)
    except MemoryError:
        say("there is not enough memory; close other programs or give smaller files")
    return EXIT_ERROR


def _parse() -> None:
    """Load the parser and let it call the command."""
    # Modules leave no garbage while they load; looking for it takes a tenth of the time of --help.
    gc.disable()
    from cli.command_line import app

    gc.enable()
    app()


def _system_error(error: OSError) -> int:
    """Errors of the system that no step foresaw, mostly of standard output."""
    abandon_output()
    if error.errno == errno.EPIPE:
        # Whoever read the output has seen enough, as in `muqabala ... | head`.
        return EXIT_PARTIAL
    # Loaded here only: --help must be fast.
    from translator.atomic import write_remedy

    where = error.filename or "standard output"
    say(f"{where}: {error.strerror or error}; {write_remedy(error)}")
    return EXIT_ERROR


if __name__ == "__main__":
    main()
