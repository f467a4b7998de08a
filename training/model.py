"""The small encoder with its heads, for training: MiniLM (BERT of 6 layers, 384 wide) written out, so that it can be exported.

Heads look at the two marks of a pair (`allegiance.annotate._packing`) and at the last words of its mentions; one more looks at each word and says whether a mention
of an actor or a place begins or goes on there.
"""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

WIDTH, HEADS, LAYERS, INNER = 384, 12, 6, 1536
VOCABULARY, POSITIONS = 30522, 512
LOOKED_AT = 4
# No mark, and the two of a pair.
MARKS = 3


def attention(query: Tensor, key: Tensor, value: Tensor, mask: Tensor) -> Tensor:
    """Attention of `HEADS` heads; `key` and `value` (rows, tokens seen, width), `query` and what comes out (rows, tokens, width)."""
    rows, tokens, _ = query.shape
    split = (
        part.view(rows, -1, HEADS, WIDTH // HEADS).transpose(1, 2) for part in (query, key, value)
    )
    mixed = nn.functional.scaled_dot_product_attention(*split, attn_mask=mask)
    return mixed.transpose(1, 2).reshape(rows, tokens, WIDTH)


class RowDropout(nn.Module):
    """Drops the same features of all words of a row, and so needs few random numbers, which cost a tenth of the time else.

    Gal and Ghahramani 2016, "A Theoretically Grounded Application of Dropout in Recurrent Neural Networks".
    """

    def __init__(self, share: float) -> None:
        super().__init__()
        self.drop = nn.Dropout(share)

    def forward(self, hidden: Tensor) -> Tensor:
        """`hidden`: (rows, tokens, width)."""
        if not self.training:
            return hidden
        return hidden * self.drop(hidden.new_ones(len(hidden), 1, hidden.shape[2]))


class Layer(nn.Module):
    """Attention and the two-layer net of a BERT layer."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.ModuleList(nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.out = nn.Linear(WIDTH, WIDTH)
        self.after_attention = nn.LayerNorm(WIDTH, eps=1e-12)
        self.widen, self.narrow = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.after_net = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = RowDropout(dropout)

    def forward(self, hidden: Tensor, mask: Tensor) -> Tensor:
        """`hidden`: (rows, tokens, width); `mask`: (rows, 1, tokens, tokens), added to the scores."""
        return self.finish(hidden, attention(*(part(hidden) for part in self.qkv), mask))

    def finish(self, hidden: Tensor, mixed: Tensor) -> Tensor:
        """The layer behind its attention, whose outcome is `mixed`."""
        hidden = self.after_attention(hidden + self.drop(self.out(mixed)))
        return self.after_net(
            hidden + self.drop(self.narrow(nn.functional.gelu(self.widen(hidden))))
        )


class PairNet(nn.Module):
    """Scores for every packed pair and tags for every token.

    Args:
        sizes: name of a head and its number of classes, in order.
        tags: number of classes of a token.
    """

    def __init__(self, sizes: dict[str, int], tags: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.places = nn.Embedding(POSITIONS, WIDTH)
        self.marks = nn.Embedding(MARKS, WIDTH, padding_idx=0)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.after_embedding = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.drop_words, self.drop = RowDropout(dropout), nn.Dropout(dropout)
        self.pair = nn.Linear(LOOKED_AT * WIDTH, WIDTH)
        self.heads = nn.ModuleDict({name: nn.Linear(WIDTH, size) for name, size in sizes.items()})
        self.tag = nn.Linear(WIDTH, tags)

    def forward(
        self, tokens: Tensor, positions: Tensor, groups: Tensor, marks: Tensor
    ) -> tuple[Tensor, ...]:
        """Scores of each head, (pairs, classes), in order; then tags, (rows, tokens, classes).

        Args:
            tokens, positions, groups: (rows, tokens), as `_packing.batch` makes them.
            marks: (pairs, 4), as `_packing.marks` makes them.
        """
        hidden = self.drop_words(self.embedded(tokens, positions, groups))
        mask = self.mask(groups, groups)
        for layer in self.layers:
            hidden = layer(hidden, mask)
        return (*self.judged(hidden, marks), self.tag(hidden))

    def embedded(self, tokens: Tensor, positions: Tensor, groups: Tensor) -> Tensor:
        """What goes into the first layer, (rows, tokens, width)."""
        hidden = self.words(tokens) + self.places(positions) + self.kind
        embedded: Tensor = self.after_embedding(hidden + self.marks(tokens * (groups > 0)))
        return embedded

    def mask(self, groups: Tensor, seen: Tensor) -> Tensor:
        """What a layer adds to its scores, (rows, 1, tokens, tokens seen): words are seen by all, a mark by those of its group."""
        one, other = groups.unsqueeze(2), seen.unsqueeze(1)
        free = (other == 0) | ((other == one) & (one > 0))
        return (~free).to(self.kind.dtype).unsqueeze(1) * -1e4

    def judged(self, hidden: Tensor, marks: Tensor) -> tuple[Tensor, ...]:
        """Scores of each head, (pairs, classes), from what came out of the last layer."""
        rows, first, one_end, other_end = marks.unbind(1)
        ends = [hidden[rows, place] for place in (first, first + 1, one_end, other_end)]
        pair = self.drop(nn.functional.gelu(self.pair(torch.cat(ends, dim=-1))))
        return tuple(head(pair) for head in self.heads.values())

    def begin_from(self, folder: Path) -> None:
        """Take the pretrained weights of `model.safetensors` (sentence-transformers/all-MiniLM-L6-v2)."""
        given = load_file(str(folder / "model.safetensors"))
        given = {name.removeprefix("bert."): value for name, value in given.items()}
        own = self.state_dict()
        own["words.weight"] = given["embeddings.word_embeddings.weight"]
        own["places.weight"] = given["embeddings.position_embeddings.weight"]
        own["kind"] = given["embeddings.token_type_embeddings.weight"][0]
        for part in ("weight", "bias"):
            own[f"after_embedding.{part}"] = given[f"embeddings.LayerNorm.{part}"]
            for number in range(LAYERS):
                there, here = f"encoder.layer.{number}", f"layers.{number}"
                for place, name in enumerate(("query", "key", "value")):
                    own[f"{here}.qkv.{place}.{part}"] = given[
                        f"{there}.attention.self.{name}.{part}"
                    ]
                own[f"{here}.out.{part}"] = given[f"{there}.attention.output.dense.{part}"]
                own[f"{here}.after_attention.{part}"] = given[
                    f"{there}.attention.output.LayerNorm.{part}"
                ]
                own[f"{here}.widen.{part}"] = given[f"{there}.intermediate.dense.{part}"]
                own[f"{here}.narrow.{part}"] = given[f"{there}.output.dense.{part}"]
                own[f"{here}.after_net.{part}"] = given[f"{there}.output.LayerNorm.{part}"]
        self.load_state_dict(own)
