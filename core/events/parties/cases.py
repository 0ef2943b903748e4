"""What is asked and told of the parties of one event."""

from dataclasses import dataclass

from core.events.parties.phrases import NOTHING, Reading
from core.events.syntax import Tree

Sides = tuple[str, ...]

FIGHTING = frozenset(("ASSAULT", "COERCE", "MOBILIZE", "RETREAT"))
TOGETHER = frozenset(("CONSULT", "AGREE", "COOPERATE"))
SPEECH = frozenset(("ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT"))


@dataclass(frozen=True, slots=True)
class Case:
    """An event whose parties are sought; ``heads`` are its triggers, the main one first."""

    index: int
    tree: Tree
    type: str
    track: str
    mode: str
    defence: bool  # something shot down: who is attacked acts
    heads: tuple[tuple[int, bool], ...]  # the token, and whether it is a verb
    long_ago: bool = False  # told of a day so far back that the war of today may not be meant

    @property
    def head(self) -> int:
        """Return the token of the main trigger that carries the syntax."""
        return self.heads[0][0]

    @property
    def lemma(self) -> str:
        """Return the lemma of that token."""
        return self.tree.tokens[self.head].lemma


@dataclass(frozen=True, slots=True)
class Told:
    """Who does it and to whom, as far as the sentence tells.

    ``persons`` are (side, name); ``named`` are all sides that the sentence names.
    """

    source: Reading = NOTHING
    target: Reading = NOTHING
    persons: tuple[tuple[str, str], ...] = ()
    named: Sides = ()


@dataclass(frozen=True, slots=True)
class Filled:
    """The parties of an event, in words where they are from; ``told`` are those its sentence names."""

    case: Case
    source: Sides
    target: Sides
    reasons: tuple[str, ...] = ()
    persons: tuple[tuple[str, str], ...] = ()
    told: Sides = ()

    @property
    def is_fight(self) -> bool:
        """Say whether it is an attack or a siege."""
        return self.case.track == "battlefield" and self.case.type in ("ASSAULT", "COERCE")
