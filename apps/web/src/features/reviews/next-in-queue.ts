interface Waiting {
  id: string;
  vertical: string | null;
}

/**
 * Who follows in the queue: the one after this; where this has left it, the first, or in the mode `vertical` the
 * first of the same vertical; or nobody.
 */
export function nextInQueue<T extends Waiting>(
  items: readonly T[],
  { id, vertical }: Waiting,
  stay = false,
): T | undefined {
  const at = items.findIndex((item) => item.id === id);
  const others = items.filter((item) => item.id !== id);
  const alike = stay && at < 0 ? others.find((item) => item.vertical === vertical) : undefined;
  return items[at + 1 || items.length] ?? alike ?? others[0];
}
