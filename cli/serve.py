"""muqabala serve: the same UI in a browser, on the loopback address only."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from typing import Annotated

import typer

from cli.options import ConfigFile

_HOST = "127.0.0.1"
# textual-serve's page names a font on the web; the browser may load nothing from elsewhere.
_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; "
    "style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data:; "
    "connect-src 'self' ws://{host}:{port}"
)


def serve(
    article: Annotated[
        Path | None, typer.Argument(metavar="[ARTICLE]", help="Arabic text to open.")
    ] = None,
    ref: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Reference translation to show.")
    ] = None,
    port: Annotated[
        int, typer.Option(min=1, max=65535, metavar="N", help="Port on 127.0.0.1.")
    ] = 8000,
    config: ConfigFile = None,
) -> None:
    """Show the side-by-side view in this computer's browser, for this computer alone."""
    arguments = [sys.executable, "-m", "cli.main", "tui"]
    arguments += [str(article)] if article else []
    arguments += ["--ref", str(ref)] if ref else []
    arguments += ["--config", str(config)] if config else []
    _run_server(shlex.join(arguments), port)


def _run_server(command: str, port: int) -> None:
    """Serve until Ctrl-C.

    Raises:
        OutputError: the port is in use.
    """
    import socket
    from collections.abc import Awaitable, Callable

    from aiohttp import web
    from textual_serve.server import Server

    from translator.errors import OutputError

    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((_HOST, port))
        except OSError as error:
            raise OutputError(
                f"port {port} is in use", where=_HOST, remedy="choose another with --port"
            ) from error

    class LoopbackServer(Server):
        """Serves this computer only, and lets the page talk to nobody else."""

        async def _make_app(self) -> web.Application:
            app = await super()._make_app()
            app.on_response_prepare.append(_forbid_other_hosts)
            app.middlewares.append(_refuse_other_names)
            return app

    policy = _POLICY.format(host=_HOST, port=port)
    own_names = {f"{_HOST}:{port}", f"localhost:{port}"}

    async def _forbid_other_hosts(_request: web.Request, response: web.StreamResponse) -> None:
        response.headers["Content-Security-Policy"] = policy

    @web.middleware
    async def _refuse_other_names(
        request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        # A web page elsewhere could point a name of its own at this address.
        origin = request.headers.get("Origin", "")
        if request.host not in own_names or (
            origin and origin.partition("://")[2] not in own_names
        ):
            raise web.HTTPForbidden(text="This server answers this computer only.")
        return await handler(request)

    LoopbackServer(command, host=_HOST, port=port, title="Muqabala").serve()
