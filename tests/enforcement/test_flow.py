"""Each method in turn, with an engine that answers as told."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator.enforcement.enforce import Enforced, translate_with_terms
from translator.enforcement.presence import accepted_forms, find_places
from translator.engine.protocol import Hypothesis, Link
from translator.glossary.term import Kind, Term, TermMatch
from translator.translation import ALL_METHODS, Method

SOURCE = "التقيا في فوستوشني اليوم"
INLINE = "التقيا في Vostochny اليوم"
TERM = Term(("فوستوشني",), "Vostochny", kind=Kind.PLACE, avoid=("Luggage",))
NOT_INLINE = tuple(method for method in ALL_METHODS if method is not Method.INLINE)


def said(text: str, score: float = -0.5, links: tuple[Link, ...] = ()) -> Hypothesis:
    return Hypothesis(text, score, links)


def enforce_one(engine, source, matches, **options) -> Enforced:
    ((position, enforced),) = translate_with_terms(engine, [(source, tuple(matches))], **options)
    assert position == 0
    for outcome in enforced.terms:
        if outcome.method is Method.UNMET:
            assert not find_places(enforced.text, outcome.match)
            assert (outcome.target_start, outcome.target_end, outcome.form) == (-1, -1, "")
        else:
            assert outcome.form in accepted_forms(outcome.match)
            assert find_places(
                enforced.text[outcome.target_start : outcome.target_end], outcome.match
            )
    return enforced


def test_nothing_to_do(scripted, match_in) -> None:
    engine = scripted({SOURCE: [said("They met in Vostochny today")]})
    enforced = enforce_one(engine, SOURCE, [match_in(SOURCE, "فوستوشني", TERM)])
    assert [outcome.method for outcome in enforced.terms] == [Method.PLAIN]
    assert enforced.text == enforced.plain
    assert len(engine.asked) == 1


def test_near_miss_costs_no_second_decoding(scripted, match_in, linked) -> None:
    plain = "They met in Fustoshani today"
    engine = scripted({SOURCE: [said(plain, -0.5, linked(SOURCE, plain, {"فوستوشني": "Fusto"}))]})
    enforced = enforce_one(engine, SOURCE, [match_in(SOURCE, "فوستوشني", TERM)], alignment=True)
    assert enforced.text == "They met in Vostochny today"
    assert enforced.plain == plain
    assert [outcome.method for outcome in enforced.terms] == [Method.SPLICE]
    assert len(engine.asked) == 1
    assert enforced.links[0].target_end == len("They met in Vostochny")


def test_inline(scripted, match_in, linked) -> None:
    better = "They met at Vostochny today"
    engine = scripted(
        {
            SOURCE: [said("They met in the bag today")],
            INLINE: [said(better, -0.3, linked(INLINE, better, {"اليوم": "today"}))],
        }
    )
    enforced = enforce_one(engine, SOURCE, [match_in(SOURCE, "فوستوشني", TERM)], alignment=True)
    assert enforced.text == better
    assert [outcome.method for outcome in enforced.terms] == [Method.INLINE]
    (link,) = enforced.links
    assert SOURCE[link.source_start : link.source_end] == "اليوم"


def test_inline_retries_gather_in_one_call(scripted, match_in) -> None:
    engine = scripted(
        {SOURCE: [said("They met in the bag today")], INLINE: [said("They met at Vostochny today")]}
    )
    match = match_in(SOURCE, "فوستوشني", TERM)
    results = dict(translate_with_terms(engine, [(SOURCE, (match,))] * 12))
    assert {result.text for result in results.values()} == {"They met at Vostochny today"}
    assert [request.source for request in engine.asked] == [SOURCE] * 12 + [INLINE] * 12


def test_n_best(scripted, match_in) -> None:
    engine = scripted(
        {SOURCE: [said("They met in the bag today"), said("They met in Vostochny today", -0.7)]},
        inline_terms=False,
    )
    enforced = enforce_one(
        engine, SOURCE, [match_in(SOURCE, "فوستوشني", TERM)], methods=(Method.NBEST,)
    )
    assert enforced.text == "They met in Vostochny today"
    assert [outcome.method for outcome in enforced.terms] == [Method.NBEST]
    assert [other.text for other in enforced.alternatives] == ["They met in Vostochny today"]


def test_prefix_of_a_package_that_copies_badly(scripted, match_in, linked) -> None:
    plain = "They met in the bag today"
    links = linked(SOURCE, plain, {"فوستوشني": "bag"})
    engine = scripted(
        {
            SOURCE: [said(plain, -0.5, links)],
            (SOURCE, "They met in Vostochny"): [said("They met in Vostochny on this day", -0.6)],
        },
        inline_terms=False,
        otherwise=lambda request: re.sub("[A-Za-z]+", "", request.source) + "Vstchn",
    )
    enforced = enforce_one(engine, SOURCE, [match_in(SOURCE, "فوستوشني", TERM)])
    assert enforced.text == "They met in Vostochny on this day"
    assert [outcome.method for outcome in enforced.terms] == [Method.PREFIX]


@pytest.mark.parametrize(
    "continued",
    [
        said("They met in Vostochny Fustoshani today", -0.6),
        said("They met in Vostochny today", -3.0),
        said("They met in Vostochnyan today", -0.6),
        said("They met in Vostochny " + "and so on " * 20, -0.6),
    ],
    ids=["doubled", "unlikely", "not a whole word", "endless"],
)
def test_splice_when_the_prefix_goes_wrong(scripted, match_in, linked, continued) -> None:
    plain = "They met in the bag today"
    links = linked(SOURCE, plain, {"فوستوشني": "bag"})
    engine = scripted(
        {SOURCE: [said(plain, -0.5, links)], (SOURCE, "They met in Vostochny"): [continued]},
        inline_terms=False,
    )
    match = match_in(SOURCE, "فوستوشني", TERM)
    enforced = enforce_one(engine, SOURCE, [match], methods=(Method.PREFIX, Method.SPLICE))
    assert enforced.text == "They met in Vostochny today"
    assert [outcome.method for outcome in enforced.terms] == [Method.SPLICE]


def test_several_terms_are_forced_from_left_to_right(scripted, match_in, linked) -> None:
    source = "زار الأول ثم الثاني"
    one, two = Term(("الأول",), "Alpha"), Term(("الثاني",), "Omega")
    plain, first, second = "He saw cat then dog", "He saw Alpha then dog", "He saw Alpha then Omega"
    engine = scripted(
        {
            source: [said(plain, -0.5, linked(source, plain, {"الأول": "cat", "الثاني": "dog"}))],
            (source, "He saw Alpha"): [said(first, -0.5, linked(source, first, {"الثاني": "dog"}))],
            (source, "He saw Alpha then Omega"): [said(second)],
        }
    )
    matches = [match_in(source, "الأول", one), match_in(source, "الثاني", two)]
    enforced = enforce_one(engine, source, matches, methods=(Method.PREFIX,))
    assert [outcome.method for outcome in enforced.terms] == [Method.PREFIX, Method.PREFIX]
    assert enforced.text == second


def test_avoided_form_beside_the_term_goes(scripted, match_in) -> None:
    engine = scripted({SOURCE: [said("They met in Vostochny (Luggage) today")]})
    enforced = enforce_one(
        engine, SOURCE, [match_in(SOURCE, "فوستوشني", TERM)], methods=(Method.SPLICE,)
    )
    assert "Luggage" not in enforced.text
    assert [outcome.avoided for outcome in enforced.terms] == [""]


def test_unmet_leaves_the_plain_output(scripted, match_in) -> None:
    engine = scripted(
        {SOURCE: [said("They met there today")]}, otherwise=lambda request: "They met there today"
    )
    enforced = enforce_one(engine, SOURCE, [match_in(SOURCE, "فوستوشني", TERM)])
    assert enforced.text == enforced.plain == "They met there today"
    assert [outcome.method for outcome in enforced.terms] == [Method.UNMET]


def test_avoided_form_that_stays_is_told(scripted, match_in) -> None:
    engine = scripted({SOURCE: [said("They met in luggage today")]})
    enforced = enforce_one(engine, SOURCE, [match_in(SOURCE, "فوستوشني", TERM)], methods=())
    assert [(term.method, term.avoided) for term in enforced.terms] == [(Method.UNMET, "Luggage")]


def test_kept_term_stays_as_it_is(scripted, match_in) -> None:
    source = "كتب هاشتاغ نحن_هنا أمس"
    match = match_in(source, "نحن_هنا", Term(("نحن_هنا",), "نحن_هنا", keep=True))

    def copy(request):
        name = re.search("[A-Z][a-z]+(?: [A-Z][a-z]+)*", request.source)
        return f"He wrote the hashtag {name[0] if name else 'we are here'} yesterday"

    enforced = enforce_one(scripted({}, otherwise=copy), source, [match])
    assert enforced.text == "He wrote the hashtag نحن_هنا yesterday"
    assert [outcome.method for outcome in enforced.terms] == [Method.INLINE]


@pytest.mark.parametrize("answer", ["Aban published it", "aban published it", "He published it"])
@pytest.mark.parametrize("kept", ["@aban_news", "https://aban.b/c", "aban"])
def test_what_is_kept_gets_no_capital_at_the_start(
    scripted, match_in, linked, kept, answer
) -> None:
    source = f"{kept} نشر الخبر"
    match = match_in(source, kept, Term((kept,), kept, keep=True))
    links = linked(source, answer, {kept: answer.split()[0]})
    engine = scripted(
        {source: [said(answer, links=links)]}, otherwise=lambda request: request.source
    )
    enforced = enforce_one(engine, source, [match])
    (outcome,) = enforced.terms
    assert enforced.text[outcome.target_start : outcome.target_end] == kept


def test_accents_come_back_after_inline(scripted, match_in) -> None:
    source = "غنى مسلم هناك"
    match = match_in(source, "مسلم", Term(("مسلم",), "Müslüm"))
    engine = scripted(
        {source: [said("A man sang there")], "غنى Muslum هناك": [said("Muslum sang there")]}
    )
    assert enforce_one(engine, source, [match]).text == "Müslüm sang there"


def test_results_stream_in_bounded_windows(scripted, match_in) -> None:
    match = match_in(SOURCE, "فوستوشني", TERM)
    taken = 0

    def sources():
        nonlocal taken
        for number in range(3000):
            taken += 1
            yield (SOURCE, (match,)) if number % 100 == 0 else ("جملة", ())

    engine = scripted(
        {
            SOURCE: [said("They met in the bag today")],
            INLINE: [said("They met at Vostochny today")],
            "جملة": [said("Sentence")],
        }
    )
    results = translate_with_terms(engine, sources())
    done = {next(results)[0]}
    assert taken <= 64
    for position, _ in results:
        done.add(position)
        assert taken - min(set(range(taken)) - done, default=taken) <= 1536
    assert done == set(range(3000))


WORDS = st.sampled_from(
    ["Vostochny", "Fustoshani", "luggage", "Luggage", "the", "a", "Kim", "Putin", "is", "of", "في"]
)
ENGLISH = st.lists(WORDS, min_size=1, max_size=8).map(" ".join)


@given(
    plain=ENGLISH,
    inline=ENGLISH,
    forced=ENGLISH,
    where=st.integers(0, 9),
    methods=st.sampled_from([ALL_METHODS, NOT_INLINE]),
)
@settings(max_examples=100, deadline=None)
def test_no_term_is_claimed_that_is_not_there(
    scripted, plain, inline, forced, where, methods
) -> None:
    from_here = TERM.sources[0]
    start = SOURCE.index(from_here)
    match = TermMatch(TERM, start, start + len(from_here), start, from_here)
    kim = TermMatch(Term(("اليوم",), "Kim Jong Un"), 19, 24, 19, "اليوم")
    word = min(where, len(plain) - 1)
    links = (Link(start, start + 4, word, len(plain), 0.9),)

    engine = scripted(
        {SOURCE: [said(plain, -0.5, links), said(forced, -0.6)]},
        otherwise=lambda request: f"{request.target_prefix} {inline}",
    )
    enforced = enforce_one(engine, SOURCE, [match, kim], methods=methods)
    assert enforced.plain == plain


@given(texts=st.lists(ENGLISH, min_size=1, max_size=30))
@settings(max_examples=50, deadline=None)
def test_text_without_matches_is_unchanged(scripted, texts) -> None:
    engine = scripted({str(number): [said(text)] for number, text in enumerate(texts)})
    results = dict(translate_with_terms(engine, [(str(n), ()) for n in range(len(texts))]))
    assert [results[n].text for n in range(len(texts))] == texts
    assert all(results[n].plain == results[n].text for n in results)
    assert len(engine.asked) == len(texts)
