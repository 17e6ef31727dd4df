"""Exit codes of every command; the README lists them."""

EXIT_PARTIAL = 1
EXIT_ERROR = 2
EXIT_INTERRUPTED = 130
EXIT_TERMINATED = 143
