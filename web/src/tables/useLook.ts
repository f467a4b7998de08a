import { useLocalStorage } from "@mantine/hooks";
import { DENSITIES, type Density, type GridColumn } from "./column";

interface Kept {
  density: string;
  /** By id; what is not in it is as the column says. */
  shown: Record<string, boolean>;
  widths: Record<string, number>;
}

/** How a reader wants a table to look. */
export interface Look extends Kept {
  room: Density;
  set: (patch: Partial<Kept>) => void;
  reset: () => void;
}

const PLAIN: Kept = { density: DENSITIES[0].name, shown: {}, widths: {} };

/** The look of one table, kept in this browser; it says nothing about the data, so it is not in the URL. */
export function useLook(table: string): Look {
  const [kept, keep, forget] = useLocalStorage<Kept>({
    key: `allegiance-table-${table}`,
    defaultValue: PLAIN,
    deserialize: readLook,
    getInitialValueInEffect: false,
  });
  const room = DENSITIES.find(({ name }) => name === kept.density) ?? DENSITIES[0];
  return { ...kept, room, set: (patch) => keep({ ...kept, ...patch }), reset: forget };
}

/** What was kept; as much of it as is whole, since anybody may have written it. */
export function readLook(text: string | undefined): Kept {
  try {
    const read = JSON.parse(text ?? "{}") as Partial<Kept>;
    const density = DENSITIES.some(({ name }) => name === read.density) && read.density;
    return {
      density: density || PLAIN.density,
      shown: only(read.shown, (one) => typeof one === "boolean"),
      widths: only(read.widths, (one) => typeof one === "number" && one >= 20 && one <= 4000),
    };
  } catch {
    return PLAIN;
  }
}

/** Which columns are shown: as chosen, or else as they are meant to be. */
export function shownOf(columns: readonly GridColumn<never>[], look: Kept) {
  const entries = columns.map(({ id, fixed, spare }) => [id, fixed || (look.shown[id] ?? !spare)]);
  return Object.fromEntries(entries) as Record<string, boolean>;
}

function only<Value>(read: unknown, fits: (one: unknown) => boolean): Record<string, Value> {
  if (typeof read !== "object" || read === null) return {};
  return Object.fromEntries(Object.entries(read).filter(([, one]) => fits(one)));
}
