/** A 32-bit hash of two integers, by multiplication and shifts alone: equal on every machine. */
function mixed(a: number, b: number): number {
  let h = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b + 0x7f4a7c15, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 16), 0x21f0aaad);
  h = Math.imul(h ^ (h >>> 15), 0x735a2d97);
  return (h ^ (h >>> 15)) >>> 0;
}

/**
 * A stream of numbers in [0, 1), the same for one seed in Node and in every browser.
 *
 *   mulberry32: a counter, mixed by multiplications and shifts of 32 bits
 *
 * Range: multiples of 2⁻³². Errors: none. Source: T. Ettinger's mulberry32 (public domain).
 */
export function chanceOf(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const bytes = (word: number) =>
  (word & 255) + ((word >>> 8) & 255) + ((word >>> 16) & 255) + (word >>> 24);

/** √(8 · (256² − 1) / 12): how far the sum of eight random bytes strays. */
const stray = Math.sqrt((8 * 65_535) / 12);

/**
 * The draw that belongs to a place: whoever asks for it, in whatever order, gets the same, near to a standard normal.
 *
 *   (Σ of eight random bytes − 1020) / stray
 *
 * Mean 0, variance 1, within ±4.89; its 5 % and 95 % points lie within 0.01 of a normal's. No logarithm, which
 * engines round differently. Errors: none.
 */
export function normalAt(seed: number, draw: number, place: number): number {
  const one = mixed(mixed(seed, draw), place);
  return (bytes(one) + bytes(mixed(one, place)) - 1020) / stray;
}
