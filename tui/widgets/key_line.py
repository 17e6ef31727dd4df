"""The line at the bottom with the keys that matter now: as many as there is room for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.binding import ActiveBinding, Binding
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

# Blanks around a key and after its label.
_AROUND = 3
_ALWAYS = ("app.help", "help", "app.quit", "quit")


@dataclass(frozen=True, slots=True)
class ShownKey:
    """A key on the line, from cell `start` up to, not including, `end`."""

    key: str
    display: str
    label: str
    tooltip: str
    start: int
    end: int


class KeyLine(Widget):
    """Help and Quit first, then the screen's keys in the order that its `footer_order` names.

    Textual's Footer has a widget for each key: styling them took a quarter of the start.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"keys--key", "keys--under-mouse"}
    DEFAULT_CSS = """
    KeyLine {
        dock: bottom; height: 1; background: $footer-background; color: $footer-foreground;
    }
    KeyLine > .keys--key { color: $footer-key-foreground; text-style: bold; }
    KeyLine > .keys--under-mouse { background: $block-hover-background; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._keys: tuple[ShownKey, ...] | None = None
        self._under_mouse: ShownKey | None = None

    def on_mount(self) -> None:
        """Hear when other keys matter."""
        self.screen.bindings_updated_signal.subscribe(self, self._other_keys)

    def on_resize(self) -> None:
        """Another width has room for other keys."""
        self._other_keys(self.screen)

    @property
    def keys(self) -> tuple[ShownKey, ...]:
        """The keys that fit."""
        if self._keys is None:
            self._keys = self._fitting()
        return self._keys

    def render_line(self, _y: int) -> Strip:
        """The line."""
        plain = self.rich_style
        bold = plain + self.get_component_rich_style("keys--key", partial=True)
        mouse = self.get_component_rich_style("keys--under-mouse", partial=True)
        segments = []
        for key in self.keys:
            under = key == self._under_mouse
            segments += [
                Segment(f" {key.display} ", bold + mouse if under else bold),
                Segment(f"{key.label} ", plain + mouse if under else plain),
            ]
        return Strip(segments).adjust_cell_length(self.size.width, plain)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A click on a key presses it."""
        key = self._key_at(event.x)
        if key:
            self.app.simulate_key(key.key)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Show which key a click would press, and what it does."""
        self._point_at(self._key_at(event.x))

    def on_leave(self) -> None:
        """The mouse is elsewhere."""
        self._point_at(None)

    def _point_at(self, key: ShownKey | None) -> None:
        if key != self._under_mouse:
            self._under_mouse = key
            self.tooltip = key.tooltip if key else None
            self.refresh()

    def _key_at(self, x: int) -> ShownKey | None:
        return next((key for key in self.keys if key.start <= x < key.end), None)

    def _other_keys(self, _screen: Screen[object]) -> None:
        self._keys = self._under_mouse = None
        self.refresh()

    def _fitting(self) -> tuple[ShownKey, ...]:
        shown: list[ShownKey] = []
        start = 0
        for active in self._ordered():
            binding = active.binding
            display = self.app.get_key_display(binding)
            end = start + cell_len(display) + cell_len(binding.description) + _AROUND
            if end > self.size.width:
                break
            shown.append(
                ShownKey(binding.key, display, binding.description, active.tooltip, start, end)
            )
            start = end
        return tuple(shown)

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
