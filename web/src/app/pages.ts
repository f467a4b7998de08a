/** All views: where they are, what they are called, and what the filter bar offers on them. */
import {
  IconArrowsExchange,
  IconBook2,
  IconChecklist,
  IconFileText,
  IconFlame,
  IconMap2,
  IconMessages,
  IconPlus,
  IconScale,
  IconShare2,
  IconTimeline,
  IconUsersGroup,
} from "@tabler/icons-react";
import { type ComponentType, type LazyExoticComponent, lazy } from "react";
import type { Time } from "@/filter";

export interface View {
  /** Of react-router. */
  path: string;
  /** Which times the filter bar offers; null where no filter holds. */
  time: Time | null;
  View: LazyExoticComponent<ComponentType>;
}

export interface NavPage extends View {
  label: string;
  /** What it is for, in the palette and as a hint. */
  about: string;
  Icon: ComponentType<{ size?: number; stroke?: number }>;
}

/** In the order of the navigation. */
export const PAGES: readonly NavPage[] = [
  {
    path: "/network",
    label: "Network",
    about: "Who stands with, under and against whom on a day",
    Icon: IconShare2,
    time: "day",
    View: lazy(() => import("@/views/network/Network")),
  },
  {
    path: "/lanes",
    label: "Lanes",
    about: "Groups along time: splits, mergers, alliances, rivalries, leaders",
    Icon: IconTimeline,
    time: "span",
    View: lazy(() => import("@/views/lanes/Lanes")),
  },
  {
    path: "/map",
    label: "Map",
    about: "Events and control by place",
    Icon: IconMap2,
    time: "span",
    View: lazy(() => import("@/views/map/Map")),
  },
  {
    path: "/actors",
    label: "Actors",
    about: "Everybody that reports name, and a profile of each",
    Icon: IconUsersGroup,
    time: "none",
    View: lazy(() => import("@/views/profile/Actors")),
  },
  {
    path: "/claims",
    label: "Claims",
    about: "Every single thing that a report says, with its sentence",
    Icon: IconMessages,
    time: "span",
    View: lazy(() => import("@/views/claims/Claims")),
  },
  {
    path: "/events",
    label: "Events",
    about: "What was done, each event with its many reports",
    Icon: IconFlame,
    time: "span",
    View: lazy(() => import("@/views/events/Events")),
  },
  {
    path: "/conflicts",
    label: "Conflicts",
    about: "Claims that cannot both hold, side by side",
    Icon: IconScale,
    time: "span",
    View: lazy(() => import("@/views/conflicts/Conflicts")),
  },
  {
    path: "/changes",
    label: "Changes",
    about: "What changed between two days, in the world or in what was known",
    Icon: IconArrowsExchange,
    time: "span",
    View: lazy(() => import("@/views/changes/Changes")),
  },
  {
    path: "/articles",
    label: "Articles",
    about: "The reports themselves, with all that was read in them",
    Icon: IconFileText,
    time: "span",
    View: lazy(() => import("@/views/article/Articles")),
  },
  {
    path: "/review",
    label: "Review",
    about: "Accept, reject or correct one claim at a time, by keyboard",
    Icon: IconChecklist,
    time: "none",
    View: lazy(() => import("@/views/review/Review")),
  },
  {
    path: "/add",
    label: "Add",
    about: "Add reports: drop files, or paste text",
    Icon: IconPlus,
    time: null,
    View: lazy(() => import("@/views/add/Add")),
  },
  {
    path: "/codebook",
    label: "Codebook",
    about: "What every relation and event means, with an example",
    Icon: IconBook2,
    time: null,
    View: lazy(() => import("@/views/codebook/Codebook")),
  },
];

/** Views of one thing, that are reached by links. */
export const DETAILS: readonly View[] = [
  { path: "/actors/:id", time: "known", View: lazy(() => import("@/views/profile/Profile")) },
  { path: "/articles/:id", time: null, View: lazy(() => import("@/views/article/Article")) },
  { path: "/events/:id", time: "known", View: lazy(() => import("@/views/events/Event")) },
  { path: "/decisions", time: null, View: lazy(() => import("@/views/decisions/Decisions")) },
];
