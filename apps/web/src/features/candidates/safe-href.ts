/** A link that someone wrote, if it leads to the web: no other scheme is ever followed. */
export function safeHref(address: string | null | undefined): string | null {
  try {
    const { protocol, href } = new URL(address ?? "");
    return protocol === "https:" || protocol === "http:" ? href : null;
  } catch {
    return null;
  }
}
