import { ActionIcon, Button, Menu, Switch, Tooltip } from "@mantine/core";
import {
  IconArrowsMaximize,
  IconArrowsMinimize,
  IconDownload,
  IconFocusCentered,
  IconMinus,
  IconPlus,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./NetworkPicture.module.css";
import type { Stage } from "./Stage";

const ZOOM = 0.7;

interface ZoomProps {
  stage: Stage;
  full: boolean;
  onFull: () => void;
}

/** Nearer, further, all of it, and the whole screen. */
export function Zoom({ stage, full, onFull }: ZoomProps) {
  return (
    <ActionIcon.Group orientation="vertical" className={classes.zoom} data-print="no">
      <Tool label="Zoom in" onClick={() => stage.zoom(ZOOM)}>
        <IconPlus size={16} />
      </Tool>
      <Tool label="Zoom out" onClick={() => stage.zoom(1 / ZOOM)}>
        <IconMinus size={16} />
      </Tool>
      <Tool label="Fit into view" onClick={() => stage.fit()}>
        <IconFocusCentered size={16} />
      </Tool>
      <Tool label={full ? "Leave full screen" : "Full screen"} onClick={onFull}>
        {full ? <IconArrowsMinimize size={16} /> : <IconArrowsMaximize size={16} />}
      </Tool>
    </ActionIcon.Group>
  );
}

interface ToolProps {
  label: string;
  onClick: () => void;
  children: ReactNode;
}

function Tool({ label, onClick, children }: ToolProps) {
  return (
    <Tooltip label={label} position="left">
      <ActionIcon variant="default" size="md" aria-label={label} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

interface SwitchesProps {
  places: boolean;
  onPlaces: (places: boolean) => void;
  alone: boolean;
  onAlone: (alone: boolean) => void;
}

/** What is drawn besides actors with ties. */
export function Switches({ places, onPlaces, alone, onAlone }: SwitchesProps) {
  return (
    <>
      <Switch
        size="xs"
        label="Places held"
        checked={places}
        onChange={(event) => onPlaces(event.currentTarget.checked)}
      />
      <Switch
        size="xs"
        label="Actors without ties"
        checked={alone}
        onChange={(event) => onAlone(event.currentTarget.checked)}
      />
    </>
  );
}

/** Saves the whole picture. */
export function SaveMenu({ onSave }: { onSave: (form: "svg" | "png") => void }) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="compact-xs" variant="default" leftSection={<IconDownload size={14} />}>
          Save picture
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onSave("svg")}>SVG, to be drawn on</Menu.Item>
        <Menu.Item onClick={() => onSave("png")}>PNG, for a page</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
