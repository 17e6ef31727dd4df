"""What the keys do to the panes: hide, widen, swap, stack, and draw Arabic in another way."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tui.pane import Pane, Third
from tui.screens.part import WorkspacePart

_STEP = 1.25


class PaneActions(WorkspacePart):
    """A part of the workspace screen."""

    def change_panes(self, **changes: Any) -> None:
        """Change the arrangement of the panes and lay them out anew."""
        self.workspace.arrangement = replace(self.workspace.arrangement, **changes)
        self._lay_out_panes()

    def _lay_out_panes(self) -> None:
        shown = self.workspace.arrangement.shown()
        if self.workspace.pane not in shown:
            self.workspace.pane = shown[0]
            self.workspace.cursor = None
        self.view.rearrange()
        self.show_headings()

    def action_next_pane(self) -> None:
        """Go to the next pane."""
        self._go_to_pane(1)

    def action_previous_pane(self) -> None:
        """Go to the pane before."""
        self._go_to_pane(-1)

    def _go_to_pane(self, by: int) -> None:
        shown = self.workspace.arrangement.shown()
        place = shown.index(self.workspace.pane) if self.workspace.pane in shown else 0
        self.workspace.pane = shown[(place + by) % len(shown)]
        self.view.set_cursor(None)

    def action_toggle_source(self) -> None:
        """Show or hide the Arabic."""
        self._toggle(Pane.SOURCE)

    def action_toggle_target(self) -> None:
        """Show or hide the English."""
        self._toggle(Pane.TARGET)

    def _toggle(self, pane: Pane) -> None:
        before = self.workspace.arrangement
        self.workspace.arrangement = before.toggled(pane)
        if self.workspace.arrangement is before:
            self.notify("The last pane stays.", timeout=3)
        self._lay_out_panes()

    def action_third_pane(self) -> None:
        """Go on to what else the third pane can show."""
        possible = [Third.NONE]
        if self.workspace.reference_lines:
            possible.append(Third.REFERENCE)
        if len(self.workspace.systems) > 1:
            possible.append(Third.SECOND_SYSTEM)
        if len(possible) == 1:
            self.notify(
                "There is no third text. Start with --ref FILE for a reference, or with "
                "--package twice for a second system.",
                timeout=8,
            )
            return
        here = possible.index(self.workspace.arrangement.third)
        self.change_panes(third=possible[(here + 1) % len(possible)])

    def action_widen(self) -> None:
        """Make the active pane wider."""
        self._widen(_STEP)

    def action_narrow(self) -> None:
        """Make the active pane narrower."""
        self._widen(1 / _STEP)

    def _widen(self, factor: float) -> None:
        if self.view.stacked:
            self.notify(
                "Panes above each other all have the whole width; l puts them side by side."
            )
            return
        self.workspace.arrangement = self.workspace.arrangement.widened(self.workspace.pane, factor)
        self._lay_out_panes()

    def action_swap_sides(self) -> None:
        """Put the Arabic on the other side."""
        self.change_panes(arabic_right=not self.workspace.arrangement.arabic_right)

    def action_stack(self) -> None:
        """Put the panes above each other, or side by side."""
        if self.view.must_stack:
            self.notify(self.app.ordering.terminal.note, timeout=8)
            return
        self.change_panes(stacked=not self.view.stacked)

    def action_drawing(self) -> None:
        """Draw Arabic in the next way."""
        self.use_drawing(self.app.ordering.next_setting())
        terminal = self.app.ordering.terminal
        self.notify(
            f"Arabic is drawn: {self.app.ordering.setting} ({terminal.name}, {terminal.mode}).",
            timeout=4,
        )

    def use_drawing(self, setting: Any) -> None:
        """Draw Arabic in a way of tui.bidi."""
        self.app.ordering.use(setting)
        terminal = self.app.ordering.terminal
        self.view.mode, self.view.must_stack = terminal.mode, terminal.stacked
        self._lay_out_panes()
