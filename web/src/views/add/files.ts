/** Which files can be read, and how large they are in words. */

interface Named {
  readonly name: string;
}

/** Those that end in one of the forms, and the others; capitals do not matter. */
export function sorted<File extends Named>(files: readonly File[], forms: readonly string[]) {
  const known = new Set(forms.map((form) => form.toLowerCase()));
  const fits = ({ name }: Named) => {
    const end = name.lastIndexOf(".");
    return end > 0 && known.has(name.slice(end + 1).toLowerCase());
  };
  return { fit: files.filter(fits), unfit: files.filter((file) => !fits(file)) };
}

/** "12 kB", "3.4 MB". */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000
    ? `${Math.round(bytes / 1000)} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
