from __future__ import annotations

import json
import os
import string
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.grammar import GrammarError, check, request_grammar
from tests.models.tiny import write_tiny_model


@pytest.fixture(scope="module")
def vocabulary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The vocabulary of a tiny model, against which llama.cpp parses grammars."""
    import llama_cpp

    path = write_tiny_model(tmp_path_factory.mktemp("model") / "tiny.gguf")
    llama = llama_cpp.Llama(str(path), vocab_only=True, verbose=False)
    yield llama_cpp.llama_model_get_vocab(llama.model)
    llama.close()


def llama_takes(vocabulary: Any, grammar: str) -> bool:
    import llama_cpp

    sampler = llama_cpp.llama_sampler_init_grammar(vocabulary, grammar.encode(), b"root")
    if not sampler:
        return False
    llama_cpp.llama_sampler_free(sampler)
    return True


def test_the_request_grammar_is_taken(vocabulary: Any) -> None:
    assert llama_takes(vocabulary, request_grammar())


@pytest.mark.parametrize(
    ("grammar", "why"),
    [
        ("", "no rule root"),
        ("rot ::= [a]", "no rule root"),
        ("root ::= missing", "not there"),
        ("root ::= [a]\nroot ::= [b]", "already"),
        ('root ::= "a', "not closed"),
        ("root ::= [a", "not closed"),
        ("root ::= []", "empty class"),
        ("root ::= [z-a]", "backwards"),
        ('root ::= ""', "empty literal"),
        ("root ::= ([a]", "missing"),
        ("root ::= [a])", "left over"),
        ("root ::= [a] |", "empty"),
        ("root ::=", "empty"),
        ("root = [a]", "::="),
        ("root ::= [a]{3,1}", "cannot be"),
        ("root ::= [a]{0}", "cannot be"),
        ("root ::= [a]{9999}", "at most"),
        ("root ::= [a]{,}", "number"),
        ("root ::= [a]{2", "missing"),
        ("root ::= [a]**", "two repeats"),
        ("root ::= *", "name"),
        (r"root ::= [\q]", "unknown escape"),
        (r"root ::= [\x4]", "damaged escape"),
        (r"root ::= [\x00]", "no character"),
        (r"root ::= [\ud800]", "no character"),
        ("root ::= [a\x01]", "control"),
        ("root ::= root", "themselves"),
        ("root ::= a\na ::= [x]? b\nb ::= a", "themselves"),
        ("root ::= " + "(" * 60 + "[a]" + ")" * 60, "deep"),
        ("root ::= (([a]{200}){200}){200}", "too many"),
        ("root ::= [a]" + " " * 30_000, "longer"),
        ("root ::= [a]\r", "left over|name"),
    ],
)
def test_what_is_refused(grammar: str, why: str) -> None:
    with pytest.raises(GrammarError, match=why):
        check(grammar)


letters = st.sampled_from(string.ascii_letters + string.digits + " .,:;!?#$%&'*+/<=>@^_`{|}~-éß牛")
literal = st.text(letters, min_size=1, max_size=5).map(lambda s: '"' + s + '"')
escaped = st.sampled_from([r'"\""', r'"\\"', r'"\n"', r'"\x41"', r'"\u00e9"', r'"\U0001f600"'])
classes = st.sampled_from(["[a-z]", "[^0-9]", r"[\[\]]", "[a-]", "[-a]", r"[ !#-\[\]-~]", r"[\u00a1-\u02af]", "[^^]"])
names = st.sampled_from(["first", "second-one"])
repeats = st.sampled_from(["", "", "*", "+", "?", "{2}", "{1,3}", "{0,2}", "{2,}"])


def sequences(items: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    one = st.tuples(items, repeats).map("".join)
    sequence = st.lists(one, min_size=1, max_size=3).map(" ".join)
    return st.lists(sequence, min_size=1, max_size=3).map(" | ".join)


leaves = st.one_of(literal, escaped, classes)
bodies = st.recursive(leaves, lambda inner: sequences(inner).map(lambda s: f"({s})"), max_leaves=8)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sequences(st.one_of(bodies, names)), sequences(bodies), sequences(bodies))
def test_what_is_well_formed_passes_and_llama_takes_it(vocabulary: Any, root: str, first: str, second: str) -> None:
    grammar = f"root ::= {root}\nfirst ::= {first}\n\nsecond-one ::= {second}\n"
    assert check(grammar) == grammar
    assert llama_takes(vocabulary, grammar)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_what_passes_after_damage_is_taken_by_llama(vocabulary: Any, data: st.DataObject) -> None:
    """The checker may refuse more than llama.cpp does, never less."""
    grammar = request_grammar()
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(grammar) - 1))
        piece = data.draw(st.text(st.sampled_from('[](){}"\\|*+?-^,:=x0a \n'), max_size=2))
        grammar = grammar[:at] + piece + grammar[at + data.draw(st.integers(0, 2)) :]
    try:
        check(grammar)
    except GrammarError:
        return
    assert llama_takes(vocabulary, grammar)


@given(st.text(max_size=60))
def test_any_text_is_judged(text: str) -> None:
    for grammar in (text, f"root ::= {text}"):
        passed = None
        with suppress(GrammarError):
            passed = check(grammar)
        assert passed in (None, grammar)


FATAL = (
    "rot ::= [a]", "root ::= missing", 'root ::= "a', "root ::= [a", "root ::= ([a]", "root ::= [a]{3,1}",
    "root ::= root", "root ::= root [a] | [b]", "root ::= a\na ::= b\nb ::= a", r"root ::= [\x4",
    "root ::= ([a]{200}){200}{200}", "root ::= [a] **", "root = [a]", "", "root ::= [a])",
)  # fmt: skip


def test_what_would_end_the_process_is_refused(tmp_path: Path) -> None:
    """Each grammar goes to llama.cpp unchecked, in a child of its own: not one that ends it passes the check.

    Some take all memory there is before that, so the children have little.
    """
    path = write_tiny_model(tmp_path / "tiny.gguf")
    script = (
        "import os, resource, sys\n"
        "import llama_cpp\n"
        "from llama_cpp.llama_grammar import LlamaGrammar\n"
        "llama = llama_cpp.Llama(sys.argv[1], n_ctx=256, n_threads=1, n_threads_batch=1, verbose=False)\n"
        "for grammar in sys.stdin.read().split('\\0'):\n"
        "    child = os.fork()\n"
        "    if not child:\n"
        "        resource.setrlimit(resource.RLIMIT_CPU, (2, 2))\n"
        "        resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))\n"
        "        try:\n"
        "            bound = LlamaGrammar.from_string(grammar, verbose=False)\n"
        "            llama.create_completion('a', grammar=bound, temperature=0.0, max_tokens=4)\n"
        "        except Exception:\n"
        "            os._exit(1)\n"
        "        os._exit(0)\n"
        "    print(os.waitpid(child, 0)[1])\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", script, str(path)],
        input="\0".join(FATAL), capture_output=True, text=True, timeout=100, check=True,
        env={**os.environ, "GGML_NO_BACKTRACE": "1"},
    )  # fmt: skip
    ends = [os.waitstatus_to_exitcode(int(line)) for line in run.stdout.split()]
    assert len(ends) == len(FATAL)
    assert sum(code < 0 for code in ends) >= 5
    for grammar in FATAL:
        with pytest.raises(GrammarError):
            check(grammar)


def test_only_json_comes_out(tmp_path: Path) -> None:
    """Greedy over random weights: whatever the model would rather say, a request is said."""
    import llama_cpp
    from llama_cpp.llama_grammar import LlamaGrammar

    for seed in range(6):
        path = write_tiny_model(tmp_path / f"{seed}.gguf", seed=seed)
        llama = llama_cpp.Llama(str(path), n_ctx=2048, n_batch=128, n_threads=1, n_threads_batch=1, verbose=False)
        grammar = LlamaGrammar.from_string(request_grammar(), verbose=False)
        text = llama.create_completion("hello", grammar=grammar, temperature=0.0, max_tokens=1500)["choices"][0]["text"]
        fields = json.loads(text)
        assert fields["intent"]
        assert all(value.isprintable() or len(value) <= 32 for value in fields.values() if isinstance(value, str))
        llama.close()
