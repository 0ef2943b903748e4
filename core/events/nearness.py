"""Measures how far a time expression is from a trigger in the syntax of their sentence."""

from core.events.matching import Hit
from core.events.parties.references import saying
from core.events.syntax import CLAUSE_DEPS, Tree
from core.model import TimeExpression

FAR = 99
APART = ("day", "week", "month", "year")
_CLAUSE_COST = {"relcl": 6, "xcomp": 1}
_REPORTED = 20  # "said on Monday that ...": used where nothing nearer is told
_REPORT = ("ccomp", "parataxis")
_CONTENT = 6  # a time told in what is said is not that of the saying
_QUOTES = frozenset('"“”')


def governs(tree: Tree, head: int, timex: TimeExpression) -> bool:
    """Say whether a time expression stands in the phrase or clause of a word."""
    at = token_of(tree, timex)
    return at is not None and tree.dominates(head, at)


def token_of(tree: Tree, timex: TimeExpression) -> int | None:
    """The token of the expression that carries its syntax: the one governed from outside it."""
    inside = [i for i, token in enumerate(tree.tokens) if token.start < timex.end and token.end > timex.start]
    if not inside:
        return None
    members = set(inside)
    return next(
        (i for i in inside if tree.tokens[i].head not in members or tree.tokens[i].head == i), inside[0]
    )


def nearness(tree: Tree, hit: Hit, timex: TimeExpression, heads: set[int]) -> int:
    """How far an expression is from a trigger, a clause with "when" being next to the time before it."""
    beside = _opens_clause_of(tree, hit, timex) or is_the_day_of(tree, hit, timex)
    return 1 if beside else _distance(tree, hit, timex, heads)


def is_the_day_of(tree: Tree, hit: Hit, timex: TimeExpression) -> bool:
    """Say whether a trigger tells what an expression is the day of: "since 3 May, the day X fell"."""
    clause = tree.tokens[tree.clause_head(hit.head)]
    day = tree.tokens[clause.head]
    if clause.dep != "relcl" or day.lemma not in APART or day.start < timex.end:
        return False
    return all(t.dep in ("punct", "det") for t in tree.tokens if timex.end <= t.start < day.start)


def _distance(tree: Tree, hit: Hit, timex: TimeExpression, heads: set[int]) -> int:
    """How far an expression is from a trigger: 0 within its phrase, more with each clause between."""
    at = token_of(tree, timex)
    if at is None:
        return FAR
    path = list(tree.ancestors(at))
    if at in hit.tokens or hit.head in path:
        return FAR if _owned(path, hit.head, heads) else _clauses_between(tree, hit.head, at)
    steps = FAR if any(_on_another_day(tree, i) for i in tree.ancestors(hit.head) if i not in path) else 0
    previous = hit.head
    for upper in tree.ancestors(hit.head):
        dep = tree.tokens[previous].dep
        if tree.tokens[previous].pos in ("VERB", "AUX"):
            after = dep == "conj" and _comes_after(tree, previous, at)
            if (after and not _goes_on(tree, previous)) or (
                dep in _REPORT and _is_past_quote(tree, previous)
            ):
                return FAR
            steps += 2 if after else 0
            steps += _REPORTED if dep in _REPORT else 0
            steps += 2 if dep in CLAUSE_DEPS else 0
        previous = upper
        if upper in path or upper == at:
            if _owned(path, upper, heads):
                return FAR
            return 1 + steps + _clauses_between(tree, upper, at)
    return FAR


def _is_past_quote(tree: Tree, verb: int) -> bool:
    """Say whether a clause is quoted and tells of the past: "“It was a long meeting,” he said on Monday"."""
    finite = (verb, *tree.children(verb, "aux", "auxpass"))
    past = any(tree.tokens[i].tag == "VBD" for i in finite)
    return past and any(
        tree.tokens[i].text in _QUOTES for i in tree.children(tree.tokens[verb].head, "punct")
    )


def _opens_clause_of(tree: Tree, hit: Hit, timex: TimeExpression) -> bool:
    """Say whether a clause with "when" follows the expression and holds the trigger."""
    after = [i for i, token in enumerate(tree.tokens) if token.start >= timex.end and token.text != ","][:1]
    return any(
        tree.tokens[i].text.lower() == "when"
        and tree.dominates(tree.tokens[i].head, hit.head)
        and hit.head > i
        for i in after
    )


def _on_another_day(tree: Tree, i: int) -> bool:
    """Say whether a phrase sets an event on another day: "attacked on Sunday, one day before the talks"."""
    lead = tree.children(i, "npadvmod") if tree.tokens[i].text.lower() in ("before", "after") else []
    return any(tree.tokens[c].lemma in APART for c in lead)


def _owned(path: list[int], upper: int, heads: set[int]) -> bool:
    """Say whether another trigger stands between the expression and ``upper``: then it dates that one."""
    return any(i in heads for i in path[: path.index(upper)]) if upper in path else False


def _goes_on(tree: Tree, conjunct: int) -> bool:
    """Say whether a coordinated verb tells on of the same doer and time: "met on Monday and agreed"."""
    perfect = [tree.tokens[c].tag in ("VBZ", "VBP") for c in tree.children(conjunct, "aux")]
    return not any(perfect) and not tree.children(conjunct, "nsubj", "nsubjpass")


def _comes_after(tree: Tree, conjunct: int, at: int) -> bool:
    """A date at the start of coordinated clauses holds for all; one inside the first, for the first only."""
    return tree.tokens[at].start > tree.tokens[tree.tokens[conjunct].head].start


def _clauses_between(tree: Tree, upper: int, lower: int) -> int:
    count = 0
    for i in (lower, *tree.ancestors(lower)):
        if i == upper:
            break
        token = tree.tokens[i]
        if token.pos in ("VERB", "AUX") and token.dep in CLAUSE_DEPS:
            told = token.dep == "ccomp" or (token.dep == "acl" and bool(tree.children(i, "mark")))
            other = token.dep == "conj" and bool(tree.children(i, "nsubj", "nsubjpass"))
            told = told or (other and token.lemma not in saying())
            count += _CONTENT if told else 1 if token.head == upper else _CLAUSE_COST.get(token.dep, 3)
    return count if count < 6 else FAR
