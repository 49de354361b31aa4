/** An address as people read it: without what all of them have, and in the letters it was written in. */
export function plainAddress(address: string): string {
  const plain = address.replace(/^https?:\/\/(www\.)?/i, "").replace(/\/$/, "");
  try {
    return decodeURI(plain);
  } catch {
    return plain;
  }
}
