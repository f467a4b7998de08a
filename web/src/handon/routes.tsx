import { Navigate } from "react-router";
import Codebook from "@/views/codebook/Codebook";
import { ActorPart } from "./ActorPart";
import type { Page } from "./data";
import { HandOn } from "./HandOn";
import { LanesPart } from "./LanesPart";
import { NetworkPart } from "./NetworkPart";
import { SourcesPart } from "./SourcesPart";
import { TablesPart } from "./TablesPart";

/** The parts of the page; links of shared pieces (to actors, articles, the codebook) find theirs under the app's addresses. */
export function routesOf(page: Page) {
  return [
    {
      element: <HandOn page={page} />,
      children: [
        { path: "/lanes", element: <LanesPart page={page} /> },
        { path: "/network", element: <NetworkPart page={page} /> },
        { path: "/tables", element: <TablesPart page={page} /> },
        { path: "/articles", element: <SourcesPart page={page} /> },
        { path: "/articles/:id", element: <SourcesPart page={page} /> },
        { path: "/actors/:id", element: <ActorPart page={page} /> },
        { path: "/codebook", element: <Codebook /> },
        { path: "*", element: <Navigate to="/lanes" replace /> },
      ],
    },
  ];
}
