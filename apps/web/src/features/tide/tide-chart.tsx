import { useComputedColorScheme } from "@mantine/core";
import { useElementSize, useReducedMotion } from "@mantine/hooks";
import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { columnsOf, drawActor, drawCrowd, drawWater, type Ink, isDense, type Size } from "./draw";
import { drawNames } from "./draw-names";
import { type Actor, labelled } from "./scene";
import classes from "./tide.module.css";

interface TideChartProps {
  actors: readonly Actor[];
  /** What the picture says, for whoever can't see it; the table says it all. */
  label: string;
  onOpen: (id: string) => void;
}

const head = 62;
const tallest = 1100;

function sizeOf(width: number, count: number): Size {
  const pitch = Math.min(24, Math.max(1.4, (tallest - head) / Math.max(1, count)));
  return { width, pitch, top: head, height: Math.ceil(head + pitch * count + 12) };
}

function inkOf(element: Element): Ink {
  const style = getComputedStyle(element);
  const of = (name: string) => style.getPropertyValue(`--hw-${name}`);
  return {
    ...{ bg: of("bg"), ink: of("ink"), dim: of("dim"), line: of("line"), tide: of("tide") },
    ...{ rise: of("rise"), fall: of("fall"), font: style.fontFamily },
  };
}

/** A canvas is emptied by setting its size: only where it differs. */
function fitTo(element: HTMLCanvasElement, width: number, height: number) {
  if (element.width !== width) element.width = width;
  if (element.height !== height) element.height = height;
}

/** Moves what is shown some of the way to where it should be; tells whether it is there. */
function approach(shown: Map<string, Actor>, actors: readonly Actor[], part: number): boolean {
  let there = true;
  for (const actor of actors) {
    const was = shown.get(actor.id);
    const near = (from: number, to: number) => {
      if (Math.abs(to - from) < 0.01) return to;
      there = false;
      return from + (to - from) * part;
    };
    shown.set(actor.id, {
      ...actor,
      places: actor.places.map((place, at) => near(was?.places[at] ?? place, place)),
      projected: near(was?.projected ?? actor.projected, actor.projected),
    });
  }
  return there;
}

/** The ranks before and after, and beside them how deep each candidate stands in the water. */
export function TideChart({ actors, label, onOpen }: TideChartProps) {
  const { t } = useTranslation("tide");
  const { ref, width } = useElementSize();
  const canvas = useRef<HTMLCanvasElement>(null);
  const scheme = useComputedColorScheme("light");
  const still = useReducedMotion();
  const [hover, setHover] = useState<string | null>(null);
  const shown = useRef(new Map<string, Actor>());
  const size = useMemo(() => sizeOf(width, actors.length), [width, actors.length]);
  const words = useMemo(
    () => ({
      now: t("chart.now"),
      after: t("chart.after"),
      other: t("chart.other"),
      water: t("chart.water"),
    }),
    [t],
  );
  useEffect(() => {
    const element = canvas.current;
    const ctx = element?.getContext("2d");
    if (!element || !ctx || width === 0) return;
    const ink = inkOf(element);
    const columns = columnsOf(width, actors[0]?.places.length ?? 2);
    const gap = Math.ceil(14 / size.pitch);
    const names = {
      first: labelled(actors, 0, gap),
      last: labelled(actors, (actors[0]?.places.length ?? 2) - 1, gap),
    };
    const ratio = window.devicePixelRatio || 1;
    fitTo(element, Math.round(width * ratio), Math.round(size.height * ratio));
    let frame = 0;
    let last = performance.now();
    const draw = (now: number) => {
      const part = still ? 1 : 1 - Math.exp(-(now - last + 16) / 110);
      last = now;
      const there = approach(shown.current, actors, part);
      const moved = actors.map((actor) => shown.current.get(actor.id) ?? actor);
      ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
      ctx.clearRect(0, 0, width, size.height);
      drawWater(ctx, size, columns, ink, words);
      drawHeads(ctx, columns.ranks, words, ink);
      if (hover === null && isDense(size)) drawCrowd(ctx, moved, { size, columns, ink });
      else
        for (const actor of moved)
          drawActor(ctx, actor, {
            ...{ size, columns, ink, bold: actor.id === hover },
            faint: hover !== null && actor.id !== hover,
          });
      const one = hover === null ? names : { first: new Set([hover]), last: new Set([hover]) };
      drawNames(ctx, moved, one, { size, columns, ink });
      if (!there) frame = requestAnimationFrame(draw);
    };
    frame = requestAnimationFrame(draw);
    return () => cancelAnimationFrame(frame);
    // The colours of the canvas are read from the page's own: another scheme draws it anew.
  }, [actors, width, size, hover, words, still, scheme]);
  const under = (event: React.MouseEvent<HTMLCanvasElement>): Actor | undefined => {
    const { top } = event.currentTarget.getBoundingClientRect();
    const place = Math.floor((event.clientY - top - size.top) / size.pitch);
    return actors.find(({ places }) => places.at(-1) === place);
  };
  return (
    <div ref={ref} className={classes.chart}>
      <canvas
        ref={canvas}
        role="img"
        aria-label={label}
        style={{ width: "100%", height: size.height }}
        onMouseMove={(event) => setHover(under(event)?.id ?? null)}
        onMouseLeave={() => setHover(null)}
        onClick={(event) => {
          const id = under(event)?.id;
          if (id) onOpen(id);
        }}
      />
    </div>
  );
}

function drawHeads(
  ctx: CanvasRenderingContext2D,
  ranks: readonly number[],
  words: { now: string; after: string; other: string },
  ink: Ink,
) {
  ctx.font = `11.5px ${ink.font}`;
  ctx.textBaseline = "alphabetic";
  ctx.textAlign = "center";
  ctx.fillStyle = ink.dim;
  const heads = [words.now, words.after, words.other];
  for (const [at, x] of ranks.entries()) ctx.fillText(heads[at] ?? "", x, head - 14);
}
