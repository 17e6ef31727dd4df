"""The line at the bottom with the keys that matter now: as many as there is room for."""

from __future__ import annotations

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import ActiveBinding, Binding
from textual.widgets import Footer
from textual.widgets._footer import FooterKey

# Blanks around a key and after its label.
_AROUND = 3
_ALWAYS = ("app.help", "help", "app.quit", "quit")


class KeyLine(Footer):
    """Help and Quit first, then the screen's keys in the order that its `footer_order` names."""

    DEFAULT_CSS = """
    KeyLine { overflow: hidden hidden; }
    """

    def compose(self) -> ComposeResult:
        """The keys that fit; a click on one presses it."""
        if not self._bindings_ready:
            return
        room = self.size.width or self.app.size.width
        for active in self._ordered():
            binding = active.binding
            key = self.app.get_key_display(binding)
            room -= cell_len(key) + cell_len(binding.description) + _AROUND
            if room < 0:
                return
            yield FooterKey(
                binding.key, key, binding.description, binding.action, tooltip=active.tooltip
            ).data_bind(compact=Footer.compact)

    def on_resize(self) -> None:
        """Another width has room for other keys."""
        if self._bindings_ready:
            self.call_after_refresh(self.recompose)

    def _ordered(self) -> list[ActiveBinding]:
        """One binding for each action that can be done now, the most important first."""
        actions: dict[str, ActiveBinding] = {}
        for active in self.screen.active_bindings.values():
            binding = active.binding
            if binding.show and active.enabled:
                known = actions.get(binding.action)
                if known is None or self._length(binding) < self._length(known.binding):
                    actions[binding.action] = active
        # A screen that names no order shows all its keys.
        wanted: tuple[str, ...] | None = getattr(self.screen, "footer_order", None)

        def rank(active: ActiveBinding) -> tuple[int, int]:
            action = active.binding.action
            if action in _ALWAYS:
                return 0, _ALWAYS.index(action)
            # What the widget in use adds, such as "Close", stands before the screen's own keys.
            if active.node is not self.screen:
                return 1, 0
            return 2, wanted.index(action) if wanted else 0

        return sorted(
            (
                active
                for action, active in actions.items()
                if wanted is None or active.node is not self.screen or action in wanted
            ),
            key=rank,
        )

    def _length(self, binding: Binding) -> int:
        return cell_len(self.app.get_key_display(binding))
