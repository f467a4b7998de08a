import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { "@": here("./src") } },
  build: {
    // Into the package, from where `allegiance serve` and the wheel take it.
    outDir: here("../allegiance/faces/http/static"),
    emptyOutDir: true,
    // Browsers that know light-dark(); for older ones it would be rewritten in a way that Mantine's themes do not switch.
    cssTarget: ["chrome123", "firefox120", "safari17.5"],
    // Inlined pieces would be data: addresses, which the server's policy forbids for all but pictures.
    assetsInlineLimit: 0,
    // What is handed on holds the code of others: their licences go along.
    license: { fileName: "licenses.md" },
    // The map's library alone is larger; it is loaded by the one view that needs it.
    chunkSizeWarningLimit: 1200,
  },
  server: {
    port: 5173,
    // The host stays that of the page: the server takes what is posted from its own pages alone.
    proxy: { "/api": { target: "http://127.0.0.1:8000", changeOrigin: false } },
  },
  test: {
    environment: "happy-dom",
    setupFiles: ["src/testing/setup.ts"],
    css: false,
  },
});
