import { IconChevronDown, IconChevronRight, IconFocusCentered } from "@tabler/icons-react";
import { memo, type ReactNode } from "react";
import { Foreign, safe } from "@/words";
import type { PlacedLane } from "../model/placed";
import type { Lane } from "../model/plan";
import { laneWords } from "../model/words";
import classes from "./Lanes.module.css";
import { usePainting } from "./painting";

interface Props {
  lanes: readonly PlacedLane[];
  /** Shows an actor. */
  onActor: (id: string) => void;
  /** Only this lane and those that it is tied to. */
  onFocus: (id: string) => void;
  /** Folds its family into its lane, or unfolds it. */
  onFold: (id: string) => void;
}

// Pixels that each step down in a family moves a name in; deeper steps than that are drawn alike.
const STEP = 12;
const DEEPEST = 3;
// As high has a lane to be for a name of two lines.
const TWO_LINES = 32;

/** The names of the lanes, beside them. */
export const Names = memo(function Names({ lanes, ...acts }: Props) {
  return lanes.map((placed, index) => (
    <div
      key={placed.lane.id}
      className={classes.lane}
      data-odd={index % 2 === 1}
      data-low={placed.height < TWO_LINES}
      style={{
        top: placed.top,
        height: placed.height,
        paddingInlineStart: 4 + Math.min(placed.lane.depth, DEEPEST) * STEP,
      }}
    >
      <Name lane={placed.lane} {...acts} />
    </div>
  ));
});

function Name({ lane, onActor, onFocus, onFold }: Omit<Props, "lanes"> & { lane: Lane }) {
  const { onPoint } = usePainting();
  const telling = laneWords(lane);
  const name = safe(lane.name);
  return (
    <>
      <Fold lane={lane} onFold={onFold} />
      <button
        type="button"
        className={classes.name}
        onClick={() => onActor(lane.id)}
        onPointerMove={(event) => onPoint(telling, { x: event.clientX, y: event.clientY })}
        onPointerLeave={() => onPoint(null)}
      >
        <span>
          <Foreign>{lane.name}</Foreign>
        </span>
      </button>
      {lane.folded && <span className={classes.count}>+{lane.family}</span>}
      <Small
        className={classes.focus}
        label={`Only ${name} and what it is tied to`}
        title="Only this and what it is tied to"
        onClick={() => onFocus(lane.id)}
      >
        <IconFocusCentered size={13} />
      </Small>
    </>
  );
}

function Fold({ lane, onFold }: { lane: Lane; onFold: Props["onFold"] }) {
  if (lane.family === 0) return <span style={{ width: 18, flex: "none" }} />;
  const Icon = lane.folded ? IconChevronRight : IconChevronDown;
  return (
    <Small
      expanded={!lane.folded}
      label={`Family of ${safe(lane.name)}: ${lane.family} more`}
      title={`${lane.folded ? "Unfold" : "Fold"} its family of ${lane.family} more`}
      onClick={() => onFold(lane.id)}
    >
      <Icon size={14} />
    </Small>
  );
}

interface SmallProps {
  label: string;
  title: string;
  className?: string;
  expanded?: boolean;
  onClick: () => void;
  children: ReactNode;
}

/** A small button with a picture; there are two a lane, which as Mantine's would take longer to draw than the lanes. */
function Small({ label, title, className, expanded, onClick, children }: SmallProps) {
  return (
    <button
      type="button"
      className={className ? `${classes.small} ${className}` : classes.small}
      aria-label={label}
      aria-expanded={expanded}
      title={title}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
