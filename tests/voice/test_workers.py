"""The recogniser and the voice as processes."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from kiosk.engine.pipe import pack, unpack
from tests.voice.made import piper_voice, speech, whisper_model
from tests.voice.process import WorkerProcess
from voice import Vocabulary, choose_hearing, choose_voice


def test_hearing_a_question(store_words: Vocabulary, tmp_path: Path) -> None:
    with WorkerProcess("stt", "--models", str(tmp_path), "--language", "en") as stt:
        ready = stt.event("ready")
        assert (ready["name"], ready["languages"], ready["warning"]) == ("PocketSphinx", ["en"], "")
        told = {"phrases": store_words.phrases, "sentences": store_words.sentences, "version": "1"}
        stt.call("vocabulary", **told)
        stt.call("vocabulary", **told)
        pcm = speech("how much is the cream cheese", trail_s=0.6)
        for _ in range(2):
            stt.call("start")
            said = [stt.call("audio", pcm=pack(pcm[at : at + 3_200])) for at in range(0, len(pcm), 3_200)]
            assert said[-1]["partial"].startswith("how much is")
            assert stt.call("pause") == {"partial": "how much is the cream cheese", "complete": True}
            heard = stt.call("finish")
            assert heard["text"] == "how much is the cream cheese"
            assert set(heard) == {"text", "confidence", "alternatives", "language", "seconds", "busy"}
        stt.call("start")
        stt.call("audio", pcm=pack(pcm))
        stt.call("drop")
        stt.call("start")
        assert stt.call("finish")["text"] == ""


def test_new_words_are_learnt_while_the_old_are_heard(tmp_path: Path) -> None:
    with WorkerProcess("stt", "--models", str(tmp_path)) as stt:
        stt.call("vocabulary", phrases=["oat milk"], version="1")
        pcm = pack(speech("where is the oat milk"))
        stt.call("start")
        stt.call("audio", pcm=pcm)
        for version in ("2", "3"):
            stt.call("vocabulary", phrases=["purple snorkels"], departments={"sea": ["snorkels"]}, version=version)
        assert stt.event("learnt")["version"] == "3"
        stt.call("audio", pcm=pack(bytes(16_000)))
        assert stt.call("finish")["text"] == "where is the oat milk"
        stt.call("start", department="sea", things=["green snorkels"], answers=["yes"])
        stt.call("audio", pcm=pack(speech("do you have purple snorkels")))
        assert stt.call("pause") == {"partial": "do you have purple snorkels", "complete": True}
        stt.call("drop")
        assert [event["version"] for event in stt.events("learnt")] == ["3"]


def test_a_store_without_words_is_refused_and_nothing_forgotten(tmp_path: Path) -> None:
    with WorkerProcess("stt", "--models", str(tmp_path)) as stt:
        stt.call("vocabulary", phrases=["oat milk"], version="1")
        refused = stt.answer(stt.submit("vocabulary", phrases=[], version="2"))
        assert refused["error"]["code"] == "unavailable"
        stt.call("start")
        stt.call("audio", pcm=pack(speech("where is the oat milk")))
        assert "oat milk" in stt.call("finish")["text"]


def test_whisper_in_its_process(tmp_path: Path) -> None:
    whisper_model(tmp_path / "whisper-tiny")
    with WorkerProcess("stt", "--models", str(tmp_path)) as stt:
        assert stt.event("ready")["name"] == "Whisper whisper-tiny"
        stt.call("vocabulary", phrases=["oat milk"], version="1")
        stt.call("start")
        stt.call("audio", pcm=pack(speech("where is the milk")))
        assert "milk" in stt.call("finish")["text"]


def test_a_damaged_whisper_is_told(tmp_path: Path) -> None:
    (tmp_path / "whisper-base").mkdir()
    with WorkerProcess("stt", "--models", str(tmp_path)) as stt:
        ready = stt.event("ready")
        assert ready["name"] == "PocketSphinx"
        assert "model.bin" in ready["warning"]


def test_saying_something(tmp_path: Path) -> None:
    with WorkerProcess("tts", "--models", str(tmp_path)) as tts:
        ready = tts.event("ready")
        assert (ready["name"], ready["rate"]) == ("espeak-ng", 22_050)
        done = tts.call("speak", text="Oat milk is $3.49, in aisle 7.", language="en", speech=4)
        chunks = tts.events("chunk")
        assert {chunk["speech"] for chunk in chunks} == {4}
        pcm = b"".join(unpack(chunk["pcm"]) for chunk in chunks)
        assert done == {"speech": 4, "seconds": round(len(pcm) / 2 / 22_050, 3), "stopped": False}
        assert 2 < done["seconds"] < 6
        assert np.abs(np.frombuffer(pcm, "<i2").astype(int)).max() > 3_000


@pytest.mark.parametrize("text", ["", "🥛", "\0", "[[x]]" * 100, "milk " * 20_000])
def test_any_text_is_answered(tmp_path: Path, text: str) -> None:
    with WorkerProcess("tts", "--models", str(tmp_path)) as tts:
        assert tts.call("speak", text=text, language="xx", speech=1)["speech"] == 1


def test_stopping_a_long_speech_and_what_waits(tmp_path: Path) -> None:
    with WorkerProcess("tts", "--models", str(tmp_path)) as tts:
        text = "This is a long sentence about milk. " * 30
        first, second = (tts.submit("speak", text=text, language="en", speech=number) for number in (1, 2))
        tts.event("chunk")
        tts.call("stop")
        third = tts.submit("speak", text="Milk.", language="en", speech=3)
        assert tts.answer(first)["ok"]["stopped"]
        assert tts.answer(second)["ok"] == {"speech": 2, "seconds": 0.0, "stopped": True}
        assert not tts.answer(third)["ok"]["stopped"]


def test_a_voice_for_each_language(tmp_path: Path) -> None:
    piper_voice(tmp_path, "anna", "es")
    with WorkerProcess("tts", "--models", str(tmp_path)) as tts:
        assert tts.event("ready")["name"] == "espeak-ng"
        for language, rate in (("es", 16_000), ("en", 22_050), ("fr", 22_050)):
            seen = len(tts.messages)
            tts.call("speak", text="Leche.", language=language, speech=1)
            assert {chunk["rate"] for chunk in tts.events("chunk", seen)} == {rate}


def test_requests_that_make_no_sense(tmp_path: Path) -> None:
    with WorkerProcess("tts", "--models", str(tmp_path)) as tts:
        assert tts.answer(tts.submit("sing"))["error"]["code"] == "bad_request"
        assert tts.answer(tts.submit("speak", language="en"))["error"]["code"] == "bad_request"
        assert tts.call("speak", text="Milk.", language="en", speech=1)["seconds"] > 0.2


def likeness(part: bytes, whole: bytes) -> float:
    """How much of a sound is in another, 0 to 1: the highest cross-correlation."""
    one, other = (np.frombuffer(pcm, "<i2").astype(float) for pcm in (part[4_000:-20_000], whole))
    size = len(one) + len(other)
    found = np.fft.irfft(np.fft.rfft(other, size) * np.conj(np.fft.rfft(one, size)), size)
    return float(found.max() / np.sum(one * one))


def test_names_of_the_store_are_said_in_its_own_language(tmp_path: Path) -> None:
    """The English name inside a Spanish sentence sounds as it does in an English one."""
    with WorkerProcess("tts", "--models", str(tmp_path)) as tts:

        def said(text: str, language: str, **fields: object) -> bytes:
            seen = len(tts.messages)
            tts.call("speak", text=text, language=language, speech=1, **fields)
            return b"".join(unpack(chunk["pcm"]) for chunk in tts.events("chunk", seen))

        name = "Larkfield Whole Wheat Bread"
        mixed = said(f"Tenemos {name} por 3,49 $.", "es", names=["Larkfield", "Whole Wheat Bread"])
        alone = said(name, "en")
        plain = said(f"Tenemos {name} por 3,49 $.", "es")
        assert likeness(alone, mixed) > 1.5 * likeness(alone, plain)


def test_faster_and_slower(tmp_path: Path) -> None:
    with WorkerProcess("tts", "--models", str(tmp_path)) as tts:
        slow, usual, fast = (
            tts.call("speak", text="Milk, in aisle seven.", language="en", speech=1, speed=speed)["seconds"]
            for speed in (0.7, 1.0, 1.5)
        )
        assert slow > 1.2 * usual > 1.2 * 1.2 * fast


@pytest.mark.parametrize("part", ["stt", "tts"])
def test_another_choice_ends_the_worker_and_the_next_one_has_it(tmp_path: Path, part: str) -> None:
    choose_hearing(tmp_path, "pocketsphinx")
    whisper_model(tmp_path / "whisper-tiny")
    piper_voice(tmp_path)
    choose_voice(tmp_path, "en", "espeak")
    with WorkerProcess(part, "--models", str(tmp_path)) as worker:
        before = worker.event("ready")["name"]
        choose_hearing(tmp_path, "whisper-tiny")
        choose_voice(tmp_path, "en", "tiny.onnx")
        assert worker.exit_code() == 0
    with WorkerProcess(part, "--models", str(tmp_path)) as worker:
        names = (before, worker.event("ready")["name"])
    assert names == (("PocketSphinx", "Whisper whisper-tiny") if part == "stt" else ("espeak-ng", "Piper tiny"))
