/** The picture as a file, made in the browser: nothing is sent anywhere. */
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { Poster, type PosterProps } from "./Poster";

/** The sheet as SVG that needs nothing beside itself. */
export function posterSvg(props: PosterProps): string {
  const sheet = document.createElement("div");
  const root = createRoot(sheet);
  flushSync(() => root.render(<Poster {...props} />));
  const svg = sheet.querySelector("svg");
  if (!svg) throw new Error("the sheet was not drawn");
  const text = new XMLSerializer().serializeToString(svg);
  root.unmount();
  return `<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`;
}

// Twice as fine as the screen, as long as a browser's canvas takes it.
const FINE = 2;
const MOST_PIXELS = 16_000;

/** The same as PNG. */
export async function posterPng(svg: string): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const { naturalWidth: width, naturalHeight: height } = image;
    const scale = Math.min(FINE, MOST_PIXELS / Math.max(width, height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    const context = canvas.getContext("2d");
    if (!context) throw new Error("this browser draws no pictures");
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done, fail) =>
      canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error("the picture is too large")))),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Hands a file to the person before the screen. */
export function download(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // Some browsers fetch it only after this turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
