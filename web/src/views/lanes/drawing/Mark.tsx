import type { KeyboardEvent, PointerEvent, ReactNode } from "react";
import type { Stretch } from "../model/stretch";
import classes from "./Lanes.module.css";
import { usePainting } from "./painting";

interface Props {
  stretch: Stretch;
  /** Stands beside another mark of the same stretch, which has the keyboard and is read out. */
  second?: boolean;
  opacity?: number;
  children: ReactNode;
}

/** Whatever stands for a stretch: tells of it when pointed at, opens its evidence by click, Enter or Space. */
export function Mark({ stretch, second = false, opacity, children }: Props) {
  const { tell, onOpen, onPoint } = usePainting();
  const telling = tell(stretch);
  const words = [telling.title, ...telling.lines].join(". ");
  if (!onOpen) {
    return (
      <g opacity={opacity}>
        <title>{words}</title>
        {children}
      </g>
    );
  }
  const point = (event: PointerEvent) => onPoint(telling, { x: event.clientX, y: event.clientY });
  const pointing = {
    opacity,
    className: classes.mark,
    onClick: () => onOpen(stretch),
    onPointerMove: point,
    onPointerLeave: () => onPoint(null),
  };
  if (second) {
    return (
      // biome-ignore lint/a11y/noAriaHiddenOnFocusable: it takes no focus; its first mark does.
      <g aria-hidden="true" {...pointing}>
        {children}
      </g>
    );
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    onOpen(stretch);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button of HTML cannot stand within SVG.
    <g
      role="button"
      tabIndex={-1}
      aria-label={words}
      data-mark={stretch.interval.id}
      {...pointing}
      onKeyDown={press}
      onFocus={(event) => {
        const { left, bottom } = event.currentTarget.getBoundingClientRect();
        if (event.currentTarget.matches(":focus-visible")) onPoint(telling, { x: left, y: bottom });
      }}
      onBlur={() => onPoint(null)}
    >
      {children}
    </g>
  );
}
