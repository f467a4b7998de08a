/** Addresses out of reports: strangers wrote them, so only those of the web become links. */

/** The address if a browser may follow it (http or https); null for anything else. */
export function webAddress(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return protocol === "http:" || protocol === "https:" ? href : null;
}
