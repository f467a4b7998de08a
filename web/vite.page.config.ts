/** Builds the page to hand on: one file, into the room that writes exports. */
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { viteSingleFile } from "vite-plugin-singlefile";
import { policy } from "./policy";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  plugins: [react(), viteSingleFile({ removeViteModuleLoader: true }), policy()],
  resolve: { alias: { "@": here("./src") } },
  // What the server's pages need besides (icons, the theme's script) has no place beside one file.
  publicDir: false,
  build: {
    outDir: here("../allegiance/export/page"),
    emptyOutDir: true,
    cssTarget: ["chrome123", "firefox120", "safari17.5"],
    chunkSizeWarningLimit: 3000,
    rollupOptions: { input: here("./page.html") },
  },
});
