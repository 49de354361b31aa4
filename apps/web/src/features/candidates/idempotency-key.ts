const random = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");

/** One key a content: a repeated attempt is the same deed, a corrected one is another. */
export function idempotencyKeys() {
  const keys = new Map<string, string>();
  return (content: unknown): string => {
    const text = JSON.stringify(content);
    const key = keys.get(text) ?? random();
    keys.set(text, key);
    return key;
  };
}
