/** A link that someone wrote, if it leads to the web: no other scheme is ever followed. */
export function safeHref(address: string | null | undefined): string | null {
  const url = address ? URL.parse(address) : null;
  return url && (url.protocol === "https:" || url.protocol === "http:") ? url.href : null;
}
