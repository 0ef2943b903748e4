"""What is wrong with the files of the user's own, for the front ends to show."""

from core import facts, taxonomy


def problems() -> list[str]:
    """Return what of the user's own event types and facts is left out, and why; empty if all is well."""
    found = (
        (taxonomy.problem(), "Your own event types are left out."),
        (facts.problem(), "Your own facts are left out."),
    )
    return [f"{problem} {loss}" for problem, loss in found if problem]
