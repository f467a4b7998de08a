import "@mantine/core/styles.css";
import "@mantine/notifications/styles.css";
import "../app/app.css";
import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createHashRouter } from "react-router";
import { RouterProvider } from "react-router/dom";
import { makeQueries } from "@/app/queries";
import { resolver, theme } from "@/app/theme";
import { answering } from "./answering";
import { readPage } from "./data";
import { routesOf } from "./routes";

const root = document.getElementById("root");
if (!root) throw new Error("the page has no element with the id root");
const page = readPage(document.getElementById("data")?.textContent);
globalThis.fetch = answering(page);
// Behind "#", as a file has no addresses below its own.
const router = createHashRouter(routesOf(page));
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={resolver} defaultColorScheme="auto">
      <QueryClientProvider client={makeQueries()}>
        <Notifications position="bottom-right" />
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
