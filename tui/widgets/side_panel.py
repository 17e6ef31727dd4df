"""The place at the right, or at the bottom of a narrow screen, for one panel at a time."""

from __future__ import annotations

from textual.containers import Container
from textual.widget import Widget


class SidePanel(Container):
    """Hidden while it holds nothing."""

    DEFAULT_CSS = """
    SidePanel { display: none; dock: right; width: 36; background: $surface; }
    SidePanel.-open { display: block; }
    SidePanel.-bottom { dock: bottom; width: 100%; height: 40%; }
    """

    def __init__(self) -> None:
        super().__init__(id="side")

    @property
    def shown(self) -> Widget | None:
        """The panel in it, once it is whole: what it shows is written into its parts."""
        return next((panel for panel in self.children if panel.is_mounted), None)

    async def show(self, panel: Widget | None) -> None:
        """Put a panel in, in place of another; None closes."""
        await self.remove_children()
        if panel is not None:
            await self.mount(panel)
        self.set_class(panel is not None, "-open")
