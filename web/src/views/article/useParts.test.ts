import { renderHook, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { useParts } from "./useParts";

describe("what is drawn in parts", () => {
  it("begins with a part, and is whole in the end", async () => {
    const seen: number[] = [];
    renderHook(() => seen.push(useParts(1000, 10)));
    expect(seen[0]).toBe(10);
    await waitFor(() => expect(seen.at(-1)).toBe(1000));
    expect(seen).toEqual([...seen].sort((one, other) => one - other));
  });

  it("is there at once as far as it is needed", () => {
    const { result } = renderHook(() => useParts(1000, 700));
    expect(result.current).toBeGreaterThanOrEqual(700);
  });

  it("is never more than there is", () => {
    expect(renderHook(() => useParts(5, 10)).result.current).toBe(5);
  });
});
