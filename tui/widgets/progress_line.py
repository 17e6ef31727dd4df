"""The line that says how far the translation is."""

from __future__ import annotations

from rich.text import Text
from textual.reactive import reactive
from textual.widget import Widget

from tui.meter import Progress

_BAR = 16


class ProgressLine(Widget):
    """Segments done, words per second, time left; at the right what the line under the cursor says.

    Attributes:
        progress: where the translation is.
        remark: about the current segment, such as the meaning of its sign.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    ProgressLine { height: 1; background: $surface; color: $foreground; padding: 0 1; }
    """
    progress: reactive[Progress] = reactive(Progress("starting"))
    remark: reactive[str] = reactive("")

    def render(self) -> Text:
        """The bar, the figures, and the remark where there is room."""
        line = Text(no_wrap=True, overflow="ellipsis")
        line.append(progress_text(self.progress))
        if self.remark:
            line.append("   ")
            line.append(self.remark, "italic")
        return line


def progress_text(progress: Progress) -> str:
    """The bar and the figures in words."""
    parts = [progress.state]
    if progress.total:
        full = round(_BAR * progress.done / progress.total)
        if progress.done < progress.total:
            parts.insert(0, "━" * full + "╌" * (_BAR - full))
        parts.append(f"{progress.done} of {progress.total} segments")
    if progress.words_per_second:
        parts.append(f"{progress.words_per_second:.0f} words/s")
    if progress.working and progress.seconds_left is not None:
        parts.append(f"{time_left(progress.seconds_left)} left")
    return " · ".join(parts) if not progress.total else "  ".join(parts)


def time_left(seconds: float) -> str:
    """A time to wait: "8 s", "2 min 05 s", "1 h 10 min"."""
    whole = max(0, round(seconds))
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60:02} s"
    return f"{whole // 3600} h {whole % 3600 // 60:02} min"
