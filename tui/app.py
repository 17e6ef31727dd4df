"""The terminal program: screens, colours, keys, and what happens when something fails."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.screen import Screen

from translator.errors import MuqabalaError
from translator.locations import log_file
from tui.actions import ACTIONS, WORKSPACE_PLACES, Place, bindings, keymap
from tui.configuration import ConfigurationSource
from tui.garbage import collect_again
from tui.log import LOGGER, log_to
from tui.messages import ConfigLoaded
from tui.ordering import Ordering
from tui.screens.dialog import Dialog
from tui.screens.workspace import WorkspaceScreen
from tui.themes import THEMES, next_theme, theme_name
from tui.work import Opener, open_work
from tui.workspace import Launch

if TYPE_CHECKING:
    from translator.config.schema import Settings

_SWITCH = 0.001


class MuqabalaApp(App[None]):
    """The program.

    Args:
        launch: what to open; without an article the start screen.
        opener: opens packages and glossaries; tests give their own.
        environment: os.environ, or variables like it.
    """

    TITLE = "Muqabala"
    BINDINGS: ClassVar = bindings(Place.ANYWHERE)

    def __init__(
        self,
        launch: Launch,
        *,
        opener: Opener = open_work,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__()
        self.launch = launch
        self.opener = opener
        self.environment = dict(os.environ) if environment is None else environment
        self.configuration = ConfigurationSource(launch.config, self.environment)
        self.ordering = Ordering(self, self.environment)
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = theme_name("auto", self.environment)

    def on_mount(self) -> None:
        """The first screen; the settings are read after it is painted."""
        # A thread that computes hands over to the one that draws after a millisecond, not five.
        sys.setswitchinterval(_SWITCH)
        if not self.is_headless and sys.platform != "win32":
            loop = asyncio.get_running_loop()
            for number in (signal.SIGTERM, signal.SIGHUP):
                loop.add_signal_handler(number, self.exit)
        if self.launch.article is None:
            from tui.screens.start import StartScreen

            self.push_screen(StartScreen())
        else:
            self.push_screen(WorkspaceScreen(self.launch))
        self.call_after_refresh(self._painted)

    def _painted(self) -> None:
        collect_again()
        self.run_worker(self._read_configuration, thread=True)

    def _read_configuration(self) -> None:
        configuration = self.configuration.get()
        self.post_message(ConfigLoaded(configuration, self.configuration.problem))

    def reload_configuration(self) -> None:
        """Read the settings again, as after they were edited outside."""

        def read() -> None:
            configuration = self.configuration.reload()
            self.post_message(ConfigLoaded(configuration, self.configuration.problem))

        self.run_worker(read, thread=True, group="configuration")

    @on(ConfigLoaded)
    def _config_loaded(self, message: ConfigLoaded) -> None:
        if message.problem is not None:
            self.report(message.problem)
        self.use_settings(message.configuration.settings)

    def use_settings(self, settings: Settings) -> None:
        """Take colours, keys, side and way of drawing from the settings."""
        theme = theme_name(settings.tui.theme, self.environment)
        if theme in self.available_themes:
            self.theme = theme
        else:
            names = "auto, dark, light, high-contrast"
            self.notify(f"tui.theme: no theme is called {theme}; there are {names}.")
        self.set_keymap(keymap(settings.tui.keys))
        for screen in self.screen_stack:
            if isinstance(screen, WorkspaceScreen):
                screen.use_settings(settings)
        if self.ordering.setting != settings.tui.bidi:
            self.ordering.use(settings.tui.bidi)

    def report(self, error: MuqabalaError) -> None:
        """Show an error with its remedy; it also goes to the log."""
        LOGGER.warning("%s", error)
        self.notify(str(error), title="Not possible", severity="error", timeout=15, markup=False)

    def open_article(self, article: Path, reference: Path | None = None) -> None:
        """Open an article in place of what is on the screen."""
        launch = replace(self.launch, article=article, reference=reference)
        self.switch_screen(WorkspaceScreen(launch))

    def on_key(self, event: events.Key) -> None:
        """A key that a covered screen got while a dialog was on its way is the dialog's."""
        if isinstance(self.screen, Dialog) and event.time < self.screen.ready:
            event.prevent_default()
            self.screen.take_early(event)

    def action_open(self) -> None:
        """Go to the start screen."""
        from tui.screens.start import StartScreen

        if not isinstance(self.screen, StartScreen):
            self.switch_screen(StartScreen())

    async def action_quit(self) -> None:
        """Leave; translating threads are told first, so that leaving takes no time."""
        for screen in self.screen_stack:
            if isinstance(screen, WorkspaceScreen):
                screen.end_threads()
        self.exit()

    def action_help(self) -> None:
        """Show all keys and signs."""
        from tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen())

    def action_theme(self) -> None:
        """Go on to the next colours."""
        self.theme = next_theme(self.theme)
        self.notify(f"Colours: {self.theme.removeprefix('muqabala-')}", timeout=2)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Everything that the keys do on this screen, by name."""
        from tui.screens.start import StartScreen

        places = {Place.ANYWHERE}
        if isinstance(screen, WorkspaceScreen):
            places |= set(WORKSPACE_PLACES)
        elif isinstance(screen, StartScreen):
            places.add(Place.START)
        for action in ACTIONS:
            if action.place in places:
                target = "app." if action.place is Place.ANYWHERE else "screen."
                yield SystemCommand(
                    action.description.removesuffix("."),
                    action.name,
                    partial(self.call_later, self.run_action, target + action.name, screen),
                )
        yield SystemCommand("Choose from all colours", "theme", self.action_change_theme)

    def handle_bindings_clash(self, clashed_bindings: set[Binding], node: object) -> None:
        """Clashes are refused when the settings are read."""

    def _handle_exception(self, error: Exception) -> None:
        """Log what nobody foresaw, and end with one line in place of a traceback."""
        LOGGER.error("unexpected error", exc_info=error)
        if self.is_headless:
            super()._handle_exception(error)
            return
        self._return_code = 1
        self.panic(
            f"muqabala: an unexpected error ended the program ({type(error).__name__}); "
            f"the details are in {log_file()}"
        )


def run_app(launch: Launch) -> int:
    """Run the program in this terminal until the user leaves; the terminal is restored in any case.

    Returns:
        The exit code.
    """
    log_to(log_file())
    app = MuqabalaApp(launch)
    app.ordering.begin()
    try:
        app.run()
    finally:
        app.ordering.end()
    return app.return_code or 0
