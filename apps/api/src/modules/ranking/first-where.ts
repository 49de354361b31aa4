/** The first place from which on all rows hold; the length where none does. */
export function firstWhere(
  list: Uint32Array | Int32Array,
  holds: (row: number) => boolean,
): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(list[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
}
