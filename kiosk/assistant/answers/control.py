"""What steers the kiosk: repeat, volume, speed, text size, language, stop, start over."""

from __future__ import annotations

from kiosk.assistant.request import Request
from kiosk.assistant.word_lists import reflex_words, spoken
from kiosk.assistant.wording import language_names, languages, wording
from kiosk.assistant.work import Answer, Work, offer_call


def control(work: Work, action: str) -> Answer:
    """Do what the word says; the screen and the voice act on `Answer.control`."""
    work.request = Request("control", op=action)
    conversation = work.conversation
    if action == "repeat":
        last = conversation.last_say
        said = work.say("control_repeat", last=last) if last else work.say("control_repeat_none")
        work.facts.texts.append(said)
        return Answer(said, control="repeat", show="none", pending=conversation.pending)
    return Answer(
        work.say(f"control_{action}"),
        control=action,
        show="none",
        suggestions=work.suggest("find", "offers") if action == "start_over" else (),
        forget=action == "start_over",
    )


def steered(work: Work) -> Answer:
    """What only a model took for a wish about the kiosk itself: a word of it may tell which."""
    utterance, lists = work.utterance, work.lists
    names = {name: code for spoken_in in spoken() for name, code in reflex_words(spoken_in).language_names.items()}
    code = next((names[word] for word in (*utterance.said, *utterance.words) if word in names), None)
    if code is not None:
        return language(work, code)
    for action, words in lists.control_hints.items():
        if words.search(utterance.padded) is not None:
            return control(work, action)
    return Answer(work.say("control_which"), show="none", suggestions=work.suggest("find", "staff"), failed=True)


def language(work: Work, code: str) -> Answer:
    """Change the language if there are sentences for it; else say which are spoken. The screen may know more."""
    work.request = Request("control", op=f"language:{code}" if code else "language")
    if code and code in languages():
        work.conversation.language = code
        spoken = wording(code)
        said = spoken.say("control_language", language=spoken.language_name)
        return Answer(said, control=f"language:{code}", show="none")
    return Answer(
        work.say("control_language_none", language=work.wording.all_of(language_names())),
        control=f"language:{code}" if code else None,
        suggestions=work.suggest("yes", "no"),
        offer_staff=True,
        pending=offer_call(work, "help"),
    )
