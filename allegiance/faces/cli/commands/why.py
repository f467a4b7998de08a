"""`allegiance why`: a claim, the words that say so, who says it, and the rule that read it."""

from __future__ import annotations

from typing import Annotated

import typer

from allegiance.faces.cli._options import DEFAULT_STORE, Store
from allegiance.faces.cli._screen import lit, safe, say, say_text
from allegiance.faces.cli._wording import report_words, time_words
from allegiance.records.answer import Explanation, Party, RuleLine, Saying
from allegiance.records.claim import Claim

# A line of the lexicon may name fifty verbs.
MOST_OF_A_LINE = 120
EXAMPLES = ("allegiance why 3f2a9c01", "allegiance why claim-3f2a9c0144de7b05")


def run(
    claim: Annotated[
        str,
        typer.Argument(metavar="ID", help="A claim's id, or how it begins.", show_default=False),
    ],
    db: Store = DEFAULT_STORE,
) -> None:
    """Show where a claim comes from.

    The sentence with the words lit, who says so, the rule and the line of the lexicon that read it, the article.
    """
    # Here, not above: the help of every command would wait for them.
    from rich.text import Text

    from allegiance import session

    with session.open(db, create=False) as store:
        found = store.why(claim)
    say(f"{found.claim.id}  {headline(found.claim)}", bold=True)
    say_text(Text(found.definition), indent=2)
    say("")
    say_text(lit(found.sentence, list(found.lights)), indent=2)
    say("")
    for name, words in details(found):
        say(f"{name:<12}{words}")


def headline(claim: Claim) -> str:
    """What is claimed, in one line."""
    phase = f" {claim.phase}" if claim.phase else ""
    return f"{claim.predicate}{phase}, {claim.stance} (confidence {claim.confidence:.2f})"


def details(found: Explanation) -> list[tuple[str, str]]:
    """Everything else, as names and values."""
    claim, run = found.claim, found.run
    rows = [(party.role, _party(party)) for party in found.parties]
    rows += [("when", time_words(claim.when))] if claim.when else []
    rows += [("where", safe(claim.where.name))] if claim.where else []
    rows += [("toll", f"{toll.kind} {_number(toll.low, toll.high)}") for toll in claim.toll]
    rows += (
        [("said by", _saying(found.saying))] if found.saying else [("said by", "the report itself")]
    )
    rows += [row for rule in found.rules for row in _rule(rule)]
    rows.append(("article", f"{report_words(found.report)} ({found.report.article_id})"))
    rows += [("", safe(found.report.url))] if found.report.url else []
    rows.append(("read by", f"version {run.code_version}, {', '.join(run.models)} ({run.id})"))
    rows += [] if found.current else [("", "a later version reads the article without this claim")]
    return rows


def _party(party: Party) -> str:
    who = f" = {safe(party.actor.name)} ({party.actor.kind})" if party.actor else ""
    return f'"{safe(party.words)}"{who}'


def _number(low: int, high: int | None) -> str:
    if high is None:
        return f"at least {low}"
    return str(low) if low == high else f"{low} to {high}"


def _saying(saying: Saying) -> str:
    how = "word for word" if saying.direct else "reported"
    via = "".join(f", by way of {safe(one)}" for one in saying.via)
    return f"{safe(saying.speaker or 'nobody named')} ({safe(saying.cue or 'no verb')}, {how}{via})"


def _rule(rule: RuleLine) -> list[tuple[str, str]]:
    rows = [("rule", rule.rule)]
    rows += [("", f"{rule.file}, line {rule.number}")] if rule.file else []
    rows += [("", clipped(safe(rule.text)))] if rule.text else []
    return rows


def clipped(text: str) -> str:
    """So much of a line as fits; the file has the rest.

    >>> clipped("short")
    'short'
    """
    return text if len(text) <= MOST_OF_A_LINE else f"{text[: MOST_OF_A_LINE - 1]}…"
