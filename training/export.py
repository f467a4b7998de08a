"""Write the trained net as the ONNX file that the package reads: `python -m training.export FOLDER/pairs.pt OUT.onnx`.

The three matrices of an attention become one, and the attention itself an operator of ONNX Runtime: half of the time of the plain graph.
As no word sees a mark, the words of a sentence are read once, whatever is asked of them later.
Weights are kept as 8-bit integers: the matrices by ONNX Runtime's dynamic quantisation, a scale a column; the table of words with a scale
a row.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import Any

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.onnx.symbolic_helper import _optional_input_placeholder_tensor

from allegiance.annotate._classes import HEADS, TAGS
from training.model import HEADS as ATTENTION_HEADS
from training.model import LAYERS, WIDTH, Layer, PairNet, attention


class SmallTable(nn.Module):
    """An embedding whose rows are 8-bit integers with a scale each."""

    def __init__(self, table: Tensor) -> None:
        super().__init__()
        scale = table.abs().amax(dim=1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("rows", (table / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, tokens: Tensor) -> Tensor:
        return self.rows[tokens].float() * self.scale[tokens]


class Attention(torch.autograd.Function):
    """`training.model.attention`, written as one operator."""

    @staticmethod
    def forward(_: Any, query: Tensor, key: Tensor, value: Tensor, mask: Tensor) -> Tensor:
        return attention(query, key, value, mask)

    @staticmethod
    def symbolic(graph: Any, query: Any, key: Any, value: Any, mask: Any) -> Any:
        """https://github.com/microsoft/onnxruntime/blob/main/docs/ContribOperators.md, MultiHeadAttention."""
        bias = padding = _optional_input_placeholder_tensor(graph)
        inputs = (query, key, value, bias, padding, mask)
        made = graph.op("com.microsoft::MultiHeadAttention", *inputs, num_heads_i=ATTENTION_HEADS)
        made.setType(query.type())
        return made


class FastLayer(nn.Module):
    """A layer of the net, without dropout, with one matrix in front of its attention."""

    def __init__(self, layer: Layer) -> None:
        super().__init__()
        self.layer = layer
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.qkv.weight = nn.Parameter(torch.cat([part.weight for part in layer.qkv]))
        self.qkv.bias = nn.Parameter(torch.cat([part.bias for part in layer.qkv]))

    def forward(self, hidden: Tensor, mask: Tensor, before: Tensor) -> tuple[Tensor, Tensor]:
        """What comes out, and the keys and values, (2, tokens, width), which are `before` for what follows."""
        query, key, value = self.qkv(hidden).split(WIDTH, -1)
        keys, values = torch.cat([before[:1], key], 1), torch.cat([before[1:], value], 1)
        mixed = Attention.apply(query, keys, values, mask)
        return self.layer.finish(hidden, mixed), torch.cat([key, value])


class Judging(nn.Module):
    """The net as probabilities, for one sentence, in two steps: its words first, then marks that look at them."""

    def __init__(self, net: PairNet) -> None:
        super().__init__()
        self.net = net
        self.layers = nn.ModuleList(FastLayer(layer) for layer in net.layers)

    def forward(
        self, tokens: Tensor, positions: Tensor, groups: Tensor, marks: Tensor, before: Tensor
    ) -> tuple[Tensor, ...]:
        """Shares of each head, of the tags, and what is `before` for the marks of these words.

        Args:
            tokens, positions, groups: (1, tokens); the words of a sentence, or the marks alone.
            marks: (pairs, 4), as for `PairNet`, counted from the first word.
            before: (2 * layers + 1, words, width): of the words, if not among the tokens, keys and values of each layer, and what came out.
        """
        hidden = self.net.embedded(tokens, positions, groups)
        seen = torch.cat([groups.new_zeros(1, before.shape[1]), groups], 1)
        mask = self.net.mask(groups, seen)
        kept = []
        for number, layer in enumerate(self.layers):
            hidden, made = layer(hidden, mask, before[2 * number : 2 * number + 2])
            kept.append(made)
        every = torch.cat([before[-1:], hidden], 1)
        heads = self.net.judged(every, marks)
        shares = [scores.softmax(-1) for scores in (*heads, self.net.tag(hidden))]
        return (*shares, torch.cat([*kept, hidden]))


def export(weights: Path, out: Path) -> None:
    """Quantise and write."""
    net = PairNet(HEADS, len(TAGS))
    net.load_state_dict(torch.load(weights))
    net.eval()
    net.words = SmallTable(net.words.weight.detach())  # type: ignore[assignment]
    tokens = torch.tensor([[1, 2, 1, 2]])
    places, groups = torch.tensor([[3, 8, 3, 12]]), torch.tensor([[1, 1, 2, 2]])
    marks = torch.tensor([[0, 16, 2, 4], [0, 18, 4, 7]])
    given = (tokens, places, groups, marks, torch.randn(2 * LAYERS + 1, 16, WIDTH))
    names = ["tokens", "positions", "groups"]
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        torch.onnx.export(
            Judging(net).eval(),
            given,
            str(full),
            input_names=[*names, "marks", "before"],
            output_names=[*HEADS, "tags", "kept"],
            dynamic_axes={
                **{name: {1: "tokens"} for name in names},
                "marks": {0: "pairs"},
                "before": {1: "words"},
            },
            dynamo=False,
            opset_version=17,
            custom_opsets={"com.microsoft": 1},
        )
        quantize_dynamic(
            full,
            out,
            per_channel=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul"],
        )


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("out", type=Path)
    given = parser.parse_args()
    export(given.weights, given.out)
    print(f"{given.out}: {given.out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
