"""Read a folder of reports into a new store and show what came of it: what `make run` does after installing.

python tools/tour.py samples build/samples.db
"""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import allegiance
from allegiance.records.answer import Explanation
from allegiance.records.network import Network

# Enough to see what evidence looks like.
LINES_OF_EVIDENCE = 3
ONE_YEAR = timedelta(days=365)


def main(folder: str, db: Path) -> None:
    """Show the whole way, from reports to the map."""
    db.parent.mkdir(parents=True, exist_ok=True)
    for file in db.parent.glob(f"{db.name}*"):
        file.unlink()
    command("add", folder, "--db", str(db))
    command("network", "--db", str(db))
    print("\nA few lines of evidence:\n")
    with allegiance.open(db) as store:
        network = store.network()
        for claim_id in chosen(network):
            print(*evidence(store.why(claim_id)), sep="\n", end="\n\n")
    print(*advice(network, db), sep="\n")


def command(*words: str) -> None:
    """Say what one would type, and run it."""
    print(f"\n$ allegiance {' '.join(words)}\n", flush=True)
    subprocess.run([sys.executable, "-m", "allegiance", *words], check=True)


def chosen(network: Network) -> list[str]:
    """A claim each of the relations that most reports tell of, no predicate twice."""
    ranked = sorted(network.relations, key=lambda relation: (-relation.reports, relation.id))
    first = {relation.predicate: relation.claim_ids[0] for relation in reversed(ranked)}
    return [claim_id for _, claim_id in zip(range(LINES_OF_EVIDENCE), first.values(), strict=False)]


def evidence(found: Explanation) -> Iterator[str]:
    """What is claimed, the sentence, and where it stands."""
    parties = " -> ".join(
        party.actor.name if party.actor else party.words for party in found.parties
    )
    report = found.report
    day = report.published.start if report.published else None
    yield f"  {found.claim.predicate}: {parties}"
    yield f'    "{" ".join(found.sentence.split())}"'
    yield f"    {report.title or report.label}, {report.publisher}, {day}  ({found.claim.id})"


def advice(network: Network, db: Path) -> Iterator[str]:
    """What to try next, with names that are on the map."""
    name = busiest(network)
    claim = network.relations[0].claim_ids[0] if network.relations else "ID"
    yield f"Try next (after: . .venv/bin/activate; export ALLEGIANCE_DB={db}):"
    yield f'  allegiance show "{name}"'
    yield f"  allegiance network --on {network.on - ONE_YEAR}"
    yield f"  allegiance why {claim}"
    yield "  allegiance search ceasefire"
    yield "  allegiance add YOUR-REPORTS --db mine.db"
    yield ""
    yield "See it in the browser: the map, its history, every sentence behind it:"
    yield f"  allegiance serve --db {db}"


def busiest(network: Network) -> str:
    """The name of the body that most relations are about."""
    parties = Counter(
        party for relation in network.relations for party in (relation.source, relation.target)
    )
    bodies = [actor for actor in network.actors if actor.kind != "person"]
    return max(bodies, key=lambda actor: parties[actor.id]).name if bodies else "NAME"


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
