const random = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");

/** Until it has succeeded, the same content is the same deed; corrected, or wanted again, another. */
export function idempotencyKeys() {
  const keys = new Map<string, string>();
  return {
    of(content: unknown): string {
      const text = JSON.stringify(content);
      const key = keys.get(text) ?? random();
      keys.set(text, key);
      return key;
    },
    spend: () => keys.clear(),
  };
}
