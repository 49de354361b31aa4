import { waterLine, worstRisk } from "@highwater/shared/tide/projection";
import type { Actor } from "./scene";

export interface Ink {
  bg: string;
  ink: string;
  dim: string;
  line: string;
  tide: string;
  rise: string;
  fall: string;
  font: string;
}

export interface Size {
  width: number;
  height: number;
  /** Between one place and the next. */
  pitch: number;
  top: number;
}

/** Where the columns stand: names, the ranks now and after, names again, and the water. */
export interface Columns {
  ranks: number[];
  names: number;
  nameWidth: number;
  firstNames: number;
  water: number;
  waterWidth: number;
}

export function columnsOf(width: number, count: number): Columns {
  const narrow = width < 620;
  const firstNames = narrow ? 0 : Math.min(190, width * 0.2);
  const nameWidth = narrow ? width * 0.36 : Math.min(190, width * 0.2);
  const waterWidth = narrow ? width * 0.3 : Math.min(320, width * 0.3);
  const from = firstNames + (narrow ? 16 : 30);
  const to = width - waterWidth - nameWidth - 34;
  return {
    ranks: Array.from({ length: count }, (_, at) => from + ((to - from) * at) / (count - 1)),
    names: to + 26,
    nameWidth,
    firstNames,
    water: width - waterWidth + 4,
    waterWidth: waterWidth - 12,
  };
}

const atRisk = ({ water, waterWidth }: Columns, risk: number) =>
  water + (waterWidth * risk) / worstRisk;

/** The water: everything right of the line at 4, with a ripple along its edge. */
export function drawWater(
  ctx: CanvasRenderingContext2D,
  size: Size,
  columns: Columns,
  ink: Ink,
  words: { water: string },
) {
  const edge = atRisk(columns, waterLine);
  const end = columns.water + columns.waterWidth;
  ctx.save();
  ctx.globalAlpha = 0.13;
  ctx.fillStyle = ink.tide;
  ctx.beginPath();
  ctx.moveTo(end + 8, size.top - 8);
  ctx.lineTo(edge, size.top - 8);
  for (let y = size.top - 8; y <= size.height; y += 4) ctx.lineTo(edge + 2 * Math.sin(y / 9), y);
  ctx.lineTo(end + 8, size.height);
  ctx.fill();
  ctx.restore();
  ctx.strokeStyle = ink.tide;
  ctx.lineWidth = 1.5;
  ctx.beginPath();
  for (let y = size.top - 8; y <= size.height; y += 4) ctx.lineTo(edge + 2 * Math.sin(y / 9), y);
  ctx.stroke();
  ctx.font = `11.5px ${ink.font}`;
  ctx.textBaseline = "alphabetic";
  ctx.textAlign = "center";
  ctx.fillStyle = ink.dim;
  for (const risk of [0, 1, 2, 3, 4, 5])
    ctx.fillText(String(risk), atRisk(columns, risk), size.top - 14);
  ctx.fillStyle = ink.tide;
  ctx.textAlign = "right";
  ctx.fillText(words.water, end + 8, size.top - 30);
}

/** Sinks orange, rises blue; what is neither moves in grey. */
const colourOf = ({ fall, crosses }: Actor, ink: Ink): string =>
  crosses || fall > 0 ? ink.fall : fall < 0 ? ink.rise : ink.dim;

/** A candidate's way from column to column, and its risk in the water. */
export function drawActor(
  ctx: CanvasRenderingContext2D,
  actor: Actor,
  { size, columns, ink, faint, bold }: DrawOptions,
) {
  const y = (place: number) => size.top + (place + 0.5) * size.pitch;
  const dense = size.pitch < 8;
  ctx.globalAlpha = faint ? 0.12 : dense && actor.fall === 0 && !bold ? 0.35 : 1;
  ctx.strokeStyle = colourOf(actor, ink);
  ctx.lineWidth = bold ? 2.5 : dense ? 1 : 1.5;
  ctx.setLineDash(actor.unconfirmed ? [4, 3] : []);
  ctx.beginPath();
  for (const [at, x] of columns.ranks.entries()) {
    const here = y(actor.places[at] ?? 0);
    const before = columns.ranks[at - 1];
    if (before === undefined) ctx.moveTo(x, here);
    else if (dense) ctx.lineTo(x, here);
    else {
      const middle = (before + x) / 2;
      ctx.bezierCurveTo(middle, y(actor.places[at - 1] ?? 0), middle, here, x, here);
    }
  }
  ctx.stroke();
  drawRisk(ctx, actor, y(actor.places.at(-1) ?? 0), { size, columns, ink, faint, bold });
  ctx.setLineDash([]);
  ctx.globalAlpha = 1;
}

interface DrawOptions {
  size: Size;
  columns: Columns;
  ink: Ink;
  faint: boolean;
  bold: boolean;
}

/** A ring where it stands now, a dot where it is carried, hatched once it is under water. */
function drawRisk(
  ctx: CanvasRenderingContext2D,
  actor: Actor,
  y: number,
  { size, columns, ink }: DrawOptions,
) {
  const radius = Math.max(1, Math.min(4.5, size.pitch / 3));
  const [from, to] = [atRisk(columns, actor.risk), atRisk(columns, actor.projected)];
  const colour = actor.crosses ? ink.fall : actor.submerged ? ink.dim : ink.tide;
  if (size.pitch < 8) {
    // By the hundred, a stroke and a block: rings would cost more than a frame.
    ctx.fillStyle = colour;
    ctx.fillRect(from, y - 0.5, Math.max(1, to - from), 1);
    ctx.fillRect(to - 1, y - 1, 3, 2);
    return;
  }
  ctx.strokeStyle = colour;
  ctx.lineWidth = size.pitch < 8 ? 1 : 1.5;
  ctx.beginPath();
  ctx.moveTo(from, y);
  ctx.lineTo(to, y);
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.fillStyle = ink.bg;
  ctx.beginPath();
  ctx.arc(from, y, radius, 0, 2 * Math.PI);
  ctx.fill();
  ctx.stroke();
  ctx.fillStyle = colour;
  ctx.beginPath();
  ctx.arc(to, y, radius, 0, 2 * Math.PI);
  ctx.fill();
  if (actor.compared !== null) {
    ctx.beginPath();
    ctx.rect(atRisk(columns, actor.compared) - radius, y - radius, 2 * radius, 2 * radius);
    ctx.stroke();
  }
}
