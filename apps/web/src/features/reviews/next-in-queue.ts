/** Who follows in the queue: the one after this, else the first that is another; or nobody. */
export function nextInQueue<T extends { id: string }>(
  items: readonly T[],
  id: string,
): T | undefined {
  const at = items.findIndex((item) => item.id === id);
  return items[at + 1] ?? items.find((item) => item.id !== id);
}
