import type { ReadBoard } from "@highwater/shared/ranking/board";
import type { RankConfidence } from "@highwater/shared/ranking/confidence";
import { useEffect, useRef, useState } from "react";
import { type Answer, type Told, top } from "./asked";

type Fragility = Extract<Answer, { kind: "fragility" }>;

export interface Fragile {
  fragility: Fragility | undefined;
  confidence: ReadonlyMap<number, RankConfidence>;
  samples: number;
}

const nothing: Fragile = { fragility: undefined, confidence: new Map(), samples: 0 };
const rest = 250;

/** How far the weights may move and how sure the ranks are: off the main thread, once the weights rest. */
export function useFragility(board: ReadBoard | undefined, weights: readonly number[]): Fragile {
  const [fragile, setFragile] = useState(nothing);
  const worker = useRef<Worker>(undefined);
  const asked = useRef(0);
  useEffect(() => {
    if (!board) return;
    const one = new Worker(new URL("./studio.worker.ts", import.meta.url), { type: "module" });
    const tell = (told: Told) => one.postMessage(told);
    const { size, columns, counted, reviews } = board;
    tell({ kind: "board", board: { size, columns, counted, reviews } });
    one.onmessage = ({ data }: MessageEvent<Answer>) => {
      if (data.asked !== asked.current) return;
      setFragile((now) =>
        data.kind === "fragility"
          ? { ...nothing, fragility: data }
          : {
              ...now,
              samples: data.samples,
              confidence: new Map(data.rows.map((row) => [row.row, row])),
            },
      );
    };
    worker.current = one;
    return () => one.terminate();
  }, [board]);
  useEffect(() => {
    const timer = window.setTimeout(() => {
      asked.current += 1;
      const told: Told = { kind: "weights", asked: asked.current, weights: [...weights], top };
      if (board) worker.current?.postMessage(told);
    }, rest);
    return () => window.clearTimeout(timer);
  }, [board, weights]);
  return fragile;
}
