"""Sentences find their question, whatever comes in whatever order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk import protocol as p
from kiosk.screen.questions import SPOKEN, Questions

ASKED = st.integers(SPOKEN, 3)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("ask"), ASKED),
        st.tuples(st.just("close"), ASKED),
        st.tuples(st.just("sentence"), ASKED, st.integers(1, 4)),
    ),
    max_size=40,
)


def sentence(asked: int, number: int) -> p.Sentence:
    return p.Sentence(session="s", asked=asked, number=number, text=f"{asked}.{number}")


@given(STEPS)
def test_an_open_question_has_its_first_sentences_and_nothing_else(steps: list[tuple[str, int, int]]) -> None:
    questions = Questions()
    open_: dict[int, int] = {}
    found: dict[int, object] = {}
    for step, asked, *number in steps:
        if step == "ask" and asked == SPOKEN:
            questions.hear()
            open_[SPOKEN] = 0
        elif step == "ask" and asked not in open_:
            found[asked] = questions.ask()
            found[asked].sent(asked)  # type: ignore[attr-defined]
            open_[asked] = 0
        elif step == "close" and asked in open_:
            if asked == SPOKEN:
                assert questions.close_spoken() is not None
            else:
                questions.close(found[asked])  # type: ignore[arg-type]
            del open_[asked]
        elif step == "sentence":
            question = questions.take(sentence(asked, number[0]))
            assert (question is not None) == (open_.get(asked, -2) + 1 == number[0])
            if question is not None:
                open_[asked] += 1
                assert question.text == " ".join(f"{asked}.{n}" for n in range(1, open_[asked] + 1))
        assert questions.asked == len(open_.keys() - {SPOKEN})


def test_a_question_that_was_never_sent_gets_no_sentence() -> None:
    questions = Questions()
    question = questions.ask()
    assert questions.take(sentence(SPOKEN, 1)) is None
    question.sent(7)
    assert questions.take(sentence(7, 1)) is question
    question.sent(9)
    assert questions.take(sentence(7, 2)) is None
    assert questions.take(sentence(9, 1)) is question
    assert question.text == "9.1", "what came in the session that was lost is gone"


def test_closing_twice_is_no_matter() -> None:
    questions = Questions()
    question = questions.ask()
    questions.close(question)
    questions.close(question)
    assert questions.asked == 0
    assert questions.close_spoken() is None
