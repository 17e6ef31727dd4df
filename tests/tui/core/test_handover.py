"""Results reach the screen together, in order, and none is lost."""

from __future__ import annotations

import threading

from translator.reading import document_from_text
from translator.translation import SegmentTranslation
from tui.handover import Handover


def results(count: int) -> list[SegmentTranslation]:
    document = document_from_text("a", "\n".join(f"جملة رقم {n}." for n in range(count)))
    return [
        SegmentTranslation(segment=segment, text="x", plain="x", score=0.0)
        for segment in document.segments()
    ]


def test_the_screen_is_told_once_and_takes_all() -> None:
    told: list[int] = []
    handover = Handover(lambda: told.append(1))
    one, two, three = results(3)
    handover.put(0, one)
    handover.put(1, two)
    handover.put(0, three)
    assert told == [1]
    assert handover.take() == {0: [one, three], 1: [two]}
    assert handover.take() == {}
    handover.put(1, one)
    assert told == [1, 1]


def test_none_is_lost_between_threads() -> None:
    told = threading.Semaphore(0)
    handover = Handover(told.release)
    sent = results(500)

    def send() -> None:
        for result in sent:
            handover.put(0, result)

    thread = threading.Thread(target=send)
    thread.start()
    got: list[SegmentTranslation] = []
    while len(got) < len(sent):
        assert told.acquire(timeout=30), "told of nothing while something waits"
        got += handover.take().get(0, [])
    thread.join()
    assert got == sent
