"""Train the second reader from the labels: `python -m training.train TEXTS --out FOLDER` (see training/README.md).

AdamW with a linear warm-up and decay, seeded; on two cores some 80 minutes for 29,600 sentences and ten rounds. The sum of the heads'
cross-entropies is minimised, each over the pairs for which the labels say something; the weights after the last rounds are averaged.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from allegiance.annotate import _packing as packing
from allegiance.annotate._classes import HEADS, TAGS
from training.average import average
from training.examples import IGNORED, Example, example, tags, varied
from training.labels import everything
from training.model import PairNet
from training.names import Renamer
from training.texts import texts

SEED = 7
EPOCHS = 10
BATCH = 16
# Of the pretrained layers, and of what begins from nothing.
RATES = 2e-4, 1e-3
# Likewise, when going on from an earlier training.
LATER_RATES = 1.5e-4, 5e-4
# Of the layers, from below, that go on unchanged from an earlier training.
SETTLED = 2
NEW = ("pair.", "heads.", "tag.", "marks.")
WARM_UP = 0.1
# What a pair is counts most: of it every pair says something, and few say more than none.
WEIGHTS = {"relation": 3.0, "event": 3.0, "phase": 0.7, "relation_stance": 0.3, "event_stance": 0.3}
TAG_WEIGHT = 0.4
RENAMED_SHARE = 0.3
# Of the words of a sentence, hidden anew each time that it is read: no claim is to hang on one word.
HIDDEN_SHARE = 0.08
# Of the certainty, for all other classes (label smoothing): two labellers of one sentence differ about once in ten times.
DOUBTED_SHARE = 0.05
# Rounds at the end whose weights are averaged.
AVERAGED = 3
REPORTED = 100
# Products in 16 bits take two thirds of the time where the processor has them; over the first batches the loss is the same.
HALVED = torch.cpu.get_capabilities().get("avx512_bf16", False)


class Trainer:
    """The net, what it reads with, and how a step is made."""

    def __init__(self, pretrained: Path) -> None:
        self.rates = RATES
        self.tokenizer = Tokenizer.from_file(str(pretrained / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(packing.MOST_TOKENS)
        self.mask = self.tokenizer.token_to_id("[MASK]")
        self.net = PairNet(HEADS, len(TAGS))
        self.net.begin_from(pretrained)
        # The table of words is most of the net and the least that a few thousand sentences can teach.
        self.net.words.requires_grad_(False)

    def go_on(self, weights: Path) -> None:
        """Begin with weights that were trained before; the lowest layers have learned what they can, and stay."""
        self.rates = LATER_RATES
        self.net.load_state_dict(torch.load(weights))
        for layer in self.net.layers[:SETTLED]:
            layer.requires_grad_(False)

    def scores(self, rows: Sequence[packing.Packed]) -> tuple[Tensor, ...]:
        """Scores of the heads for every packed pair, rows one after the other; then the tags."""
        tokens, positions, groups = (torch.from_numpy(grid) for grid in packing.batch(rows))
        return self.net(tokens, positions, groups, torch.from_numpy(packing.marks(rows)))

    def hidden(self, row: packing.Packed, chance: random.Random) -> packing.Packed:
        """The row with some of its words hidden; the two tokens that bound the sentence and the marks stay."""
        tokens = [
            self.mask if 0 < at < row.words - 1 and chance.random() < HIDDEN_SHARE else token
            for at, token in enumerate(row.tokens)
        ]
        return replace(row, tokens=tokens)

    def loss(self, examples: Sequence[Example], chance: random.Random) -> Tensor:
        """Mean loss of a batch."""
        rows = [
            self.hidden(packing.pack(one.sentence.text, one.pairs, self.tokenizer), chance)
            for one in examples
        ]
        *heads, tagged = self.scores(rows)
        targets = [
            one.targets[place]
            for one, row in zip(examples, rows, strict=True)
            for place in row.pairs
        ]
        total = torch.zeros(())
        for name, given in zip(HEADS, heads, strict=True):
            wanted = torch.tensor([getattr(target, name) for target in targets])
            if (wanted != IGNORED).any():
                loss = nn.functional.cross_entropy(
                    given, wanted, ignore_index=IGNORED, label_smoothing=DOUBTED_SHARE
                )
                total = total + WEIGHTS[name] * loss
        marks = torch.full(tagged.shape[:2], IGNORED)
        for place, (one, row) in enumerate(zip(examples, rows, strict=True)):
            marks[place, : row.words] = torch.tensor(tags(one.sentence, row.offsets))
        return total + TAG_WEIGHT * nn.functional.cross_entropy(
            tagged.flatten(0, 1), marks.flatten(), ignore_index=IGNORED
        )


def batches(examples: list[Example], chance: random.Random) -> Iterator[list[Example]]:
    """Batches of sentences of like length, in random order."""
    shuffled = sorted(examples, key=lambda one: len(one.sentence.text) + chance.randrange(40))
    made = [shuffled[at : at + BATCH] for at in range(0, len(shuffled), BATCH)]
    chance.shuffle(made)
    yield from made


def train(
    trainer: Trainer, examples: Sequence[Example], epochs: int, renamer: Renamer, out: Path
) -> None:
    """Fit the net to the examples; the same examples give the same weights.

    What is kept: `pairs-N.pt` after each epoch, and `pairs.pt`, the mean of the last ones.
    """
    chance = random.Random(SEED)
    named = [(name, one) for name, one in trainer.net.named_parameters() if one.requires_grad]
    learned = [weights for _, weights in named]
    new = [weights for name, weights in named if name.startswith(NEW)]
    old = [weights for name, weights in named if not name.startswith(NEW)]
    rate, new_rate = trainer.rates
    optimizer = torch.optim.AdamW(
        [{"params": old, "lr": rate}, {"params": new, "lr": new_rate}],
        weight_decay=0.01,
    )
    steps = epochs * -(-len(examples) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer,
        lambda step: min(step / (WARM_UP * steps), (steps - step) / ((1 - WARM_UP) * steps)),
    )
    begun = time.monotonic()
    for epoch in range(epochs):
        trainer.net.train()
        seen = [
            varied(
                example(renamer.renamed(one.sentence, chance))
                if one.sentence.written and chance.random() < RENAMED_SHARE
                else one,
                chance,
            )
            for one in examples
        ]
        losses = []
        for group in batches(seen, chance):
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=HALVED):
                loss = trainer.loss(group, chance)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(learned, 1.0)
            optimizer.step()
            schedule.step()
            losses.append(loss.item())
            if len(losses) % REPORTED == 0:
                latest = sum(losses[-REPORTED:]) / REPORTED
                seconds = time.monotonic() - begun
                print(f"  {len(losses)} batches: loss {latest:.3f}, {seconds:.0f} s", flush=True)
        print(
            f"epoch {epoch + 1} of {epochs}: loss {sum(losses) / len(losses):.3f},"
            f" {time.monotonic() - begun:.0f} s",
            flush=True,
        )
        torch.save(trainer.net.state_dict(), out / f"pairs-{epoch + 1}.pt")
    last = range(max(0, epochs - AVERAGED), epochs)
    average([out / f"pairs-{epoch + 1}.pt" for epoch in last], out / "pairs.pt")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", type=Path, help="folder with the public sets, SET.jsonl")
    parser.add_argument("--pretrained", type=Path, required=True, help="folder of all-MiniLM-L6-v2")
    parser.add_argument("--out", type=Path, required=True, help="folder for the weights")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument(
        "--begin-with", type=Path, help="weights of an earlier training to go on from"
    )
    parser.add_argument("--leave-out", default="none", help="documents whose id begins so")
    parser.add_argument("--share", type=float, default=1.0, help="of the labels (learning curve)")
    given = parser.parse_args()
    torch.manual_seed(SEED)
    sentences = [
        one
        for one in everything(texts(given.texts))
        if not one.held_out and not one.key.startswith(given.leave_out)
    ]
    random.Random(SEED).shuffle(sentences)
    sentences = sentences[: round(given.share * len(sentences))]
    trainer = Trainer(given.pretrained)
    if given.begin_with:
        trainer.go_on(given.begin_with)
    given.out.mkdir(parents=True, exist_ok=True)
    train(trainer, [example(one) for one in sentences], given.epochs, Renamer(), given.out)
    (given.out / "pairs.json").write_text(
        json.dumps({"sentences": len(sentences), "epochs": given.epochs, "seed": SEED}) + "\n"
    )


if __name__ == "__main__":
    main()
