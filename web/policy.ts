/** The content security policy of a page that is one file: its own script by its hash, and nothing from anywhere. */
import { createHash } from "node:crypto";
import type { Plugin } from "vite";

const SLOT = "__POLICY__";
const SCRIPT = /<script type="module"[^>]*>([\s\S]+?)<\/script>/g;

/** Puts the policy into the page once all scripts stand in it. */
export function policy(): Plugin {
  return {
    name: "policy",
    enforce: "post",
    generateBundle: {
      // After whatever puts the scripts into the page.
      order: "post",
      handler(_, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type !== "asset" || !file.fileName.endsWith(".html")) continue;
          const page = String(file.source);
          if (!page.includes(SLOT)) this.error(`${file.fileName} has no ${SLOT}`);
          file.source = page.replace(SLOT, () => policyOf(page));
        }
      },
    },
  };
}

/** Nothing may be asked of anybody; styles are set by the script as it draws. */
export function policyOf(page: string): string {
  const hashes = [...page.matchAll(SCRIPT)].map(
    ([, script = ""]) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`,
  );
  if (hashes.length !== 1) throw new Error(`wanted one script in the page, found ${hashes.length}`);
  return [
    "default-src 'none'",
    `script-src ${hashes.join(" ")}`,
    "style-src 'unsafe-inline'",
    "img-src data: blob:",
    "font-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}
