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

const riskColourOf = ({ crosses, submerged }: Actor, ink: Ink): string =>
  crosses ? ink.fall : submerged ? ink.dim : ink.tide;

const dashes = [4, 3];

interface Frame {
  size: Size;
  columns: Columns;
  ink: Ink;
}

/** Below this pitch there is room for strokes alone. */
export const isDense = ({ pitch }: Size) => pitch < 8;

const heightOf = ({ top, pitch }: Size, place: number) => top + (place + 0.5) * pitch;

/**
 * All at once, by the hundred: one stroke for all that share a pen, and blocks for risks. Each pen that is changed costs
 * more than a dozen lines, and rings would cost more than a frame.
 */
export function drawCrowd(ctx: CanvasRenderingContext2D, actors: readonly Actor[], frame: Frame) {
  const { size, columns, ink } = frame;
  ctx.lineWidth = 1;
  for (const crowd of groups(actors, (actor) => penOf(actor, ink))) {
    const [first] = crowd;
    ctx.globalAlpha = first.fall === 0 ? 0.35 : 1;
    ctx.strokeStyle = colourOf(first, ink);
    ctx.setLineDash(first.unconfirmed ? dashes : []);
    ctx.beginPath();
    for (const { places } of crowd)
      for (const [at, x] of columns.ranks.entries()) {
        const y = heightOf(size, places[at] ?? 0);
        if (at === 0) ctx.moveTo(x, y);
        else ctx.lineTo(x, y);
      }
    ctx.stroke();
  }
  ctx.setLineDash([]);
  for (const crowd of groups(
    actors,
    (actor) => `${riskColourOf(actor, ink)} ${actor.fall === 0}`,
  )) {
    const [first] = crowd;
    ctx.globalAlpha = first.fall === 0 ? 0.35 : 1;
    ctx.fillStyle = riskColourOf(first, ink);
    ctx.beginPath();
    for (const actor of crowd) blocks(ctx, actor, frame);
    ctx.fill();
  }
  ctx.globalAlpha = 1;
}

const penOf = (actor: Actor, ink: Ink) =>
  `${colourOf(actor, ink)} ${actor.fall === 0} ${actor.unconfirmed}`;

/** A line from the risk of now to that which it is carried to, with a block at its end. */
function blocks(ctx: CanvasRenderingContext2D, actor: Actor, { size, columns }: Frame) {
  const y = heightOf(size, actor.places.at(-1) ?? 0);
  const [from, to] = [atRisk(columns, actor.risk), atRisk(columns, actor.projected)];
  ctx.rect(from, y - 0.5, Math.max(1, to - from), 1);
  ctx.rect(to - 1, y - 1, 3, 2);
}

function groups(actors: readonly Actor[], keyOf: (actor: Actor) => string) {
  const found = new Map<string, [Actor, ...Actor[]]>();
  for (const actor of actors) {
    const key = keyOf(actor);
    const group = found.get(key);
    if (group) group.push(actor);
    else found.set(key, [actor]);
  }
  return found.values();
}

interface ActorOptions extends Frame {
  faint: boolean;
  bold: boolean;
}

/** A candidate's way from column to column, and its risk in the water. */
export function drawActor(ctx: CanvasRenderingContext2D, actor: Actor, options: ActorOptions) {
  const { size, columns, ink, faint, bold } = options;
  const dense = isDense(size);
  const y = (place: number) => heightOf(size, place);
  ctx.globalAlpha = faint ? 0.12 : 1;
  ctx.strokeStyle = colourOf(actor, ink);
  ctx.lineWidth = bold ? 2.5 : dense ? 1 : 1.5;
  ctx.setLineDash(actor.unconfirmed ? dashes : []);
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
  drawRisk(ctx, actor, options);
  ctx.setLineDash([]);
  ctx.globalAlpha = 1;
}

/** A ring where it stands now, a dot where it is carried. */
function drawRisk(ctx: CanvasRenderingContext2D, actor: Actor, frame: Frame) {
  const { size, columns, ink } = frame;
  const colour = riskColourOf(actor, ink);
  ctx.setLineDash([]);
  if (isDense(size)) {
    ctx.fillStyle = colour;
    ctx.beginPath();
    blocks(ctx, actor, frame);
    ctx.fill();
    return;
  }
  const y = heightOf(size, actor.places.at(-1) ?? 0);
  const radius = Math.min(4.5, size.pitch / 3);
  const [from, to] = [atRisk(columns, actor.risk), atRisk(columns, actor.projected)];
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1.5;
  ctx.beginPath();
  ctx.moveTo(from, y);
  ctx.lineTo(to, y);
  ctx.stroke();
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
