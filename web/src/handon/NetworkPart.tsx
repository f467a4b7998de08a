import { useMemo } from "react";
import { useSearchParams } from "react-router";
import { useEvidence } from "@/evidence";
import { FilterLink, TimeSlider } from "@/filter";
import { Page as Frame } from "@/frame";
import { NetworkPicture } from "@/views/network/NetworkPicture";
import { isDay } from "@/words";
import type { Page } from "./data";
import { firstDayOf, networkOn } from "./day";
import classes from "./HandOn.module.css";

const ON = "on";
const EGO = "ego";

/** The map of a day; the slider goes through all days of which the page tells. */
export function NetworkPart({ page }: { page: Page }) {
  const { open } = useEvidence();
  const [params, setParams] = useSearchParams();
  const [first, last] = [firstDayOf(page), page.about.last_day];
  const asked = params.get(ON) ?? "";
  const day = isDay(asked) && asked >= first && asked <= last ? asked : last;
  const network = useMemo(() => networkOn(page, day), [page, day]);
  const ties = useMemo(() => page.history.intervals.map(({ relation }) => relation), [page]);
  const write = (name: string, value: string | undefined, replace: boolean) =>
    setParams(
      (now) => {
        const written = new URLSearchParams(now);
        if (value === undefined) written.delete(name);
        else written.set(name, value);
        return written;
      },
      { replace, preventScrollReset: true },
    );
  return (
    <Frame title="Network">
      {first < last && (
        <div data-print="no">
          <TimeSlider
            first={first}
            last={last}
            value={day}
            onChange={(on, moving) => write(ON, on, moving)}
          />
        </div>
      )}
      <div className={classes.stage}>
        <NetworkPicture
          network={network}
          ties={ties}
          ego={params.get(EGO) ?? undefined}
          onEgo={(id) => write(EGO, id, false)}
          onEvidence={open}
          link={(id) => (
            <FilterLink to={`/actors/${encodeURIComponent(id)}`} size="sm">
              All of this actor
            </FilterLink>
          )}
        />
      </div>
    </Frame>
  );
}
