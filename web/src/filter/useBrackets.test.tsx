import { fireEvent, render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { useBrackets } from "./useBrackets";

function Slider({ go }: { go: (steps: number) => void }) {
  useBrackets(go);
  return <input aria-label="words" />;
}

test("brackets step, behind AltGr too, but not as part of a shortcut or while somebody types", () => {
  const go = vi.fn();
  render(<Slider go={go} />);
  fireEvent.keyDown(document.body, { key: "[" });
  fireEvent.keyDown(document.body, {
    key: "]",
    ctrlKey: true,
    altKey: true,
    modifierAltGraph: true,
  });
  fireEvent.keyDown(document.body, { key: "]", ctrlKey: true });
  fireEvent.keyDown(screen.getByLabelText("words"), { key: "]" });
  expect(go.mock.calls).toEqual([[-1], [1]]);
});
