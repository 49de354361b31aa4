import type { Columns, Ink, Size } from "./draw";
import type { Actor } from "./scene";

const fitted = new Map<string, string>();

/** A name as it fits; measuring is dear, so that what was measured is kept. */
function fit(ctx: CanvasRenderingContext2D, text: string, width: number): string {
  const key = `${Math.round(width)} ${text}`;
  const known = fitted.get(key);
  if (known !== undefined) return known;
  if (fitted.size > 5000) fitted.clear();
  const short = shortened(ctx, text, width);
  fitted.set(key, short);
  return short;
}

const shortened = (ctx: CanvasRenderingContext2D, text: string, width: number): string => {
  if (ctx.measureText(text).width <= width) return text;
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (ctx.measureText(`${text.slice(0, middle)}…`).width <= width) low = middle;
    else high = middle - 1;
  }
  return `${text.slice(0, low)}…`;
};

/** Names and ranks beside the columns. */
export function drawNames(
  ctx: CanvasRenderingContext2D,
  actors: readonly Actor[],
  shown: { first: Set<string>; last: Set<string> },
  { size, columns, ink }: { size: Size; columns: Columns; ink: Ink },
) {
  const y = (place: number) => size.top + (place + 0.5) * size.pitch;
  const last = columns.ranks.at(-1) ?? 0;
  ctx.textBaseline = "middle";
  ctx.font = `12px ${ink.font}`;
  for (const actor of actors) {
    const { id, name, places, submerged, crosses } = actor;
    const [here, there] = [y(places[0] ?? 0), y(places.at(-1) ?? 0)];
    if (shown.first.has(id) && columns.firstNames > 0) {
      ctx.fillStyle = ink.ink;
      ctx.textAlign = "right";
      ctx.fillText(fit(ctx, name, columns.firstNames), columns.firstNames, here);
    }
    if (!shown.last.has(id)) continue;
    ctx.textAlign = "left";
    ctx.fillStyle = crosses ? ink.fall : submerged ? ink.dim : ink.ink;
    ctx.fillText(fit(ctx, name, columns.nameWidth - 4), columns.names, there);
    if (submerged) hatch(ctx, { x: columns.names, y: there, width: columns.nameWidth - 4 }, ink);
    ctx.textAlign = "center";
    ctx.fillText(String(actor.rank), last + 13, there);
  }
}

/** Drowned: short strokes under the name, as water is drawn on a chart. */
function hatch(
  ctx: CanvasRenderingContext2D,
  { x, y, width }: { x: number; y: number; width: number },
  ink: Ink,
) {
  ctx.save();
  ctx.globalAlpha = 0.5;
  ctx.strokeStyle = ink.tide;
  ctx.lineWidth = 1;
  ctx.beginPath();
  for (let at = x; at < x + width; at += 6) {
    ctx.moveTo(at, y + 9);
    ctx.lineTo(at + 3, y + 7);
  }
  ctx.stroke();
  ctx.restore();
}
