export interface Point {
  x: number;
  y: number;
}

/** A point on axis `at` of `axes`, clockwise from the top; `share` 0 is the centre, 1 the rim. */
export function onAxis(at: number, axes: number, share: number, radius: number): Point {
  const angle = (2 * Math.PI * at) / axes - Math.PI / 2;
  return { x: Math.cos(angle) * radius * share, y: Math.sin(angle) * radius * share };
}

export const outline = (points: readonly Point[]) =>
  points.map(({ x, y }) => `${x.toFixed(2)},${y.toFixed(2)}`).join(" ");

/** The corners of a ring at a share of the radius. */
export const ring = (axes: number, share: number, radius: number): Point[] =>
  Array.from({ length: axes }, (_, at) => onAxis(at, axes, share, radius));

/** Where the name of an axis is anchored, so that it grows away from the figure. */
export function anchorOf({ x }: Point): "start" | "middle" | "end" {
  if (Math.abs(x) < 1) return "middle";
  return x > 0 ? "start" : "end";
}
