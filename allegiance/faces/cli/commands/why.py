"""`allegiance why`: a claim, the words that say so, who says it, and the rule that read it."""

from __future__ import annotations

from typing import Annotated

import typer

from allegiance.faces.cli._claim_words import content, headline, review_words
from allegiance.faces.cli._options import DEFAULT_STORE, Overlay, Store
from allegiance.faces.cli._screen import lit, say, say_text
from allegiance.records.answer import Explanation, RuleLine
from allegiance.wording import report_words, safe

# A line of the lexicon may name fifty verbs.
MOST_OF_A_LINE = 120
EXAMPLES = ("allegiance why 3f2a9c01", "allegiance why claim-3f2a9c0144de7b05")


def run(
    claim: Annotated[
        str,
        typer.Argument(metavar="ID", help="A claim's id, or how it begins.", show_default=False),
    ],
    db: Store = DEFAULT_STORE,
    lexicon: Overlay = None,
) -> None:
    """Show where a claim comes from.

    The sentence with the words lit, who says so, the rule and the line of the lexicon that read it, the article.
    """
    # Here, not above: the help of every command would wait for them.
    from rich.text import Text

    from allegiance import session

    with session.open(db, create=False, lexicon=lexicon) as store:
        found = store.why(claim)
    say(f"{found.claim.id}  {headline(found.corrected or found.claim)}", bold=True)
    say_text(Text(found.definition), indent=2)
    say("")
    say_text(lit(found.sentence, list(found.lights)), indent=2)
    say("")
    for name, words in details(found):
        say(f"{name:<12}{words}")


def details(found: Explanation) -> list[tuple[str, str]]:
    """Everything else, as names and values."""
    run = found.run
    rows = content(found)
    rows += [row for rule in found.rules for row in _rule(rule)]
    rows.append(("article", f"{report_words(found.report)} ({found.report.article_id})"))
    rows += [("", safe(found.report.url))] if found.report.url else []
    rows.append(("read by", f"version {run.code_version}, {', '.join(run.models)} ({run.id})"))
    rows += [] if found.current else [("", "a later version reads the article without this claim")]
    rows += [("reviewed", review_words(one)) for one in found.decisions]
    return rows


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
