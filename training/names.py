"""Other names for the actors of written sentences, so that the reader learns words and not names."""

from __future__ import annotations

import random
import re
from dataclasses import replace

from allegiance.lexicon.lexicon import load
from training.labels import Mention, Sentence

# "The Reed Front", "Reed Front (RF)": capitals throughout but for small words; no plural noun, no pronoun, no adjective alone.
NAME = re.compile(
    r"(?:[Tt]he )?(?:[A-Z][\w'’-]*|of|for|and|the|al-\w+)(?: (?:[A-Z][\w'’-]*|of|for|and|the|al-\w+))+"
)
ARMED = frozenset(("armed-group",))


class Renamer:
    """Replaces names of bodies by names of armed groups that the lexicon knows."""

    def __init__(self) -> None:
        self._names = sorted(
            {actor.name for actor in load().actors if actor.kind in ARMED and len(actor.name) < 40}
        )

    def renamed(self, sentence: Sentence, chance: random.Random) -> Sentence:
        """The sentence with each body's full name replaced, the same name by the same; offsets follow."""
        text, mentions = sentence.text, list(sentence.mentions)
        others: dict[str, str] = {}
        for place in sorted(range(len(mentions)), key=lambda place: -mentions[place].start):
            mention = mentions[place]
            words = text[mention.start : mention.end]
            if mention.kind != "b" or not NAME.fullmatch(words) or _nested(mention, mentions):
                continue
            other = others.setdefault(words, chance.choice(self._names))
            text = text[: mention.start] + other + text[mention.end :]
            longer = len(other) - len(words)
            mentions = [_moved(one, mention.end, longer) for one in mentions]
        return replace(sentence, text=text, mentions=tuple(mentions))


def _nested(mention: Mention, mentions: list[Mention]) -> bool:
    return any(
        one is not mention and one.start < mention.end and one.end > mention.start
        for one in mentions
    )


def _moved(mention: Mention, end: int, longer: int) -> Mention:
    """A mention after the one that ends at `end` has grown."""
    return replace(
        mention,
        start=mention.start + (longer if mention.start >= end else 0),
        end=mention.end + (longer if mention.end >= end else 0),
    )
