"""Cuts a text into blocks: title, bylines, captions, body, and the furniture around and between them.

The text itself is never changed, so that every offset found later points into what the user gave us.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from core.articles.outlets import outlet_in
from core.model import Block, BlockKind

_LINE = re.compile(r"[^\n]+")
_TERMINAL = re.compile(r"[.!?…:;][\"'”’»)\]]*\s*$")
_OPENS = r"(?:^|(?<=[.!?\"”’)\]]\s))"
_PROSE_WORDS = 9
_OPENING = 3  # a dateline stands in one of this many lines of the body
_MIN_COMMENTS = 2  # a single stamp may be a live page's own
_MIN_RESUMED_PROSE = 2  # running text comes back only with this many paragraphs in a row


@dataclass(frozen=True)
class _Patterns:
    longest: int
    lines: re.Pattern[str]
    sections: re.Pattern[str]
    comments: re.Pattern[str]
    credits: re.Pattern[str]
    marks: re.Pattern[str]
    bylines: re.Pattern[str]
    datelines: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    data = tomllib.loads(Path(__file__).with_name("furniture.toml").read_text("utf8"))

    names = {"{agency}": rf"(?:{'|'.join(map(re.escape, data['agencies']))})\b", "{opening}": _OPENS}

    def any_of(name: str, flags: int = 0) -> re.Pattern[str]:
        whole = "|".join(f"(?:{pattern})" for pattern in data[name])
        for placeholder, pattern in names.items():
            whole = whole.replace(placeholder, pattern)
        return re.compile(whole, flags)

    return _Patterns(
        longest=data["longest_line"],
        lines=any_of("lines", re.IGNORECASE),
        sections=any_of("sections", re.IGNORECASE),
        comments=any_of("comments", re.IGNORECASE),
        credits=any_of("credits"),
        marks=any_of("marks"),
        bylines=any_of("bylines"),
        datelines=any_of("datelines"),
    )


def find_blocks(text: str, *, titled: bool = False) -> tuple[Block, ...]:
    """Return the blocks of ``text`` in order, one for each line that is not blank.

    Args:
        text: an article as pasted or extracted, one paragraph or heading a line.
        titled: the first line is known to be the title.
    """
    blocks = list(_classified(text))
    if titled and blocks:
        blocks[0] = replace(blocks[0], kind=BlockKind.TITLE, why="")
    blocks = _drop_sections(text, _drop_comments(text, blocks))
    blocks = _settle_head(text, _drop_stray_ends(text, blocks))
    return tuple(_cut_datelines(text, _cut_marks(text, blocks)))


def _classified(text: str) -> Iterator[Block]:
    patterns = _patterns()
    for match in _LINE.finditer(text):
        line = match[0].strip()
        if not line:
            continue
        start = match.start() + match[0].index(line)
        kind, why = BlockKind.BODY, ""
        if len(line) <= patterns.longest and patterns.lines.fullmatch(line):
            kind, why = BlockKind.FURNITURE, "text of the page or app, not of the article"
        elif _is_caption(line, patterns):
            kind = BlockKind.CAPTION
        yield Block(start, start + len(line), kind, why)


def _is_caption(line: str, patterns: _Patterns) -> bool:
    """Tell a picture's caption: it names its source, or closes with a bracket and no full stop."""
    marks = [(mark.start(), mark.end()) for mark in patterns.marks.finditer(line)]
    if any(start > 0 and end < len(line) for start, end in marks):
        return False  # a page has run the caption, or only its credit, into a paragraph
    if patterns.credits.search(line) or (marks and len(line) <= patterns.longest):
        return True
    bracketed = re.search(r"\s\([A-Z][^()]{2,60}\)$", line)
    if bracketed is None or len(line.split()) < 6:
        return False
    return _TERMINAL.search(line[: bracketed.start()]) is None


def _is_prose(text: str, block: Block) -> bool:
    line = text[block.start : block.end]
    return block.kind is BlockKind.BODY and len(line.split()) >= _PROSE_WORDS and bool(_TERMINAL.search(line))


def _drop_comments(text: str, blocks: list[Block]) -> list[Block]:
    """Drop what readers have written under an article: they tell no events, and the page ends so."""
    stamps = _patterns().comments
    stamped = [i for i, block in enumerate(blocks) if stamps.search(text, block.start, block.end)]
    if len(stamped) < _MIN_COMMENTS:
        return blocks
    why = "readers' comments"
    comments = (replace(block, kind=BlockKind.FURNITURE, why=why) for block in blocks[stamped[0] :])
    return [*blocks[: stamped[0]], *comments]


def _drop_sections(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Drop what follows a heading like "Related stories", until running text comes back."""
    sections = _patterns().sections
    kept: list[Block] = []
    dropping = False
    for index, block in enumerate(blocks):
        if sections.fullmatch(text[block.start : block.end]) and index:
            dropping = True
        elif dropping and _resumes(text, blocks[index:]):
            dropping = False
        if dropping and block.kind is not BlockKind.FURNITURE:
            why = "stands under a list of other stories"
            block = replace(block, kind=BlockKind.FURNITURE, why=why)  # noqa: PLW2901 - the same block, re-labelled
        kept.append(block)
    return kept


def _resumes(text: str, rest: Sequence[Block]) -> bool:
    ahead = rest[:_MIN_RESUMED_PROSE]
    return len(ahead) == _MIN_RESUMED_PROSE and all(_is_prose(text, block) for block in ahead)


def _drop_stray_ends(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Drop short lines after the last paragraph, where furniture stands among them."""
    last = max((i for i, block in enumerate(blocks) if _is_prose(text, block)), default=-1)
    if last < 0 or not any(block.kind is BlockKind.FURNITURE for block in blocks[last + 1 :]):
        return list(blocks)
    why = "a short line among page text after the article"
    return [
        replace(block, kind=BlockKind.FURNITURE, why=why)
        if i > last and block.kind is BlockKind.BODY
        else block
        for i, block in enumerate(blocks)
    ]


def _settle_head(text: str, blocks: list[Block]) -> list[Block]:
    """Find the title and bylines before the first paragraph; the other short lines there are furniture."""
    first = next((i for i, block in enumerate(blocks) if _is_prose(text, block)), None)
    if first is None:
        return _title_first(text, blocks)
    head = [i for i in range(first) if blocks[i].kind is BlockKind.BODY]
    title = _title_index(text, blocks, head)
    pasted = any(blocks[i].kind is BlockKind.FURNITURE for i in range(first))
    for i in head:
        line = text[blocks[i].start : blocks[i].end]
        if i == title:
            blocks[i] = replace(blocks[i], kind=BlockKind.TITLE)
        elif outlet_in(line):
            blocks[i] = replace(blocks[i], kind=BlockKind.FURNITURE, why="the outlet's name")
        elif _patterns().bylines.fullmatch(line) and (i > 0 or pasted):
            blocks[i] = replace(blocks[i], kind=BlockKind.BYLINE)
        elif pasted and len(line.split()) < _PROSE_WORDS and (title is None or i < title):
            blocks[i] = replace(blocks[i], kind=BlockKind.FURNITURE, why="a short line above the title")
    return blocks


def _cut_marks(text: str, blocks: Iterable[Block]) -> Iterator[Block]:
    """Part the credits of pictures from the lines a page has run them into."""
    for block in blocks:
        start = block.start
        if block.kind in (BlockKind.BODY, BlockKind.CAPTION):
            for mark in _patterns().marks.finditer(text[block.start : block.end]):
                cut = replace(block, start=block.start + mark.start(), end=block.start + mark.end())
                yield from _stripped(text, replace(block, start=start, end=cut.start))
                yield replace(cut, kind=BlockKind.FURNITURE, why="a picture's credit or a page's terms")
                start = cut.end
        yield from _stripped(text, replace(block, start=start))


def _stripped(text: str, block: Block) -> Iterator[Block]:
    """Yield the block without the blanks around it, nothing if it is blank."""
    piece = text[block.start : block.end]
    if words := piece.strip():
        start = block.start + piece.index(words)
        yield replace(block, start=start, end=start + len(words))


def _cut_datelines(text: str, blocks: Iterable[Block]) -> Iterator[Block]:
    """Part the dateline from the first lines of the body: what it names is no part of their sentences."""
    left = _OPENING
    for block in blocks:
        match = _patterns().datelines.match(text, block.start, block.end) if left else None
        left -= bool(left) and block.kind is BlockKind.BODY
        if match is None or block.kind is not BlockKind.BODY:
            yield block
            continue
        left = 0
        yield replace(block, end=block.start + len(match[0].rstrip()), kind=BlockKind.DATELINE)
        if match.end() < block.end:
            yield replace(block, start=match.end())


def _title_first(text: str, blocks: list[Block]) -> list[Block]:
    """Where nothing is running text, a first line without full stop over others is the title."""
    rest = len(blocks) > 1 and blocks[0].kind is BlockKind.BODY
    if rest and not _TERMINAL.search(text[blocks[0].start : blocks[0].end]):
        blocks[0] = replace(blocks[0], kind=BlockKind.TITLE)
    return blocks


def _title_index(text: str, blocks: Sequence[Block], head: Sequence[int]) -> int | None:
    """Return the index of the title: the longest line of the head that is no name and no sentence."""
    if any(block.kind is BlockKind.TITLE for block in blocks):
        return None
    lines = {i: text[blocks[i].start : blocks[i].end] for i in head}
    able = [
        i
        for i, line in lines.items()
        if 4 <= len(line.split()) <= 30 and not line.endswith(".") and not re.fullmatch(r"(?i:by) .*", line)
    ]
    if not able:
        return None
    first, longest = able[0], max(able, key=lambda i: (len(lines[i].split()), -i))
    # A standfirst is longer than the title above it; app text above the title is shorter.
    return first if len(lines[first].split()) >= 5 else longest
