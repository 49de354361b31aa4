import { useEffect, useRef, useState } from "react";
import { movesBetween, type Ranks, ranksOf } from "./moves";
import type { Ranking } from "./use-ranking";

const none: Ranks = new Map();

/** Places gained or lost when the weights last changed, within one scope. */
export function useMoves({ head, rows, scope, stale }: Ranking): Ranks {
  const [moves, setMoves] = useState(none);
  const last = useRef<{ scope: string; weighting: string; ranks: Ranks }>(undefined);
  useEffect(() => {
    if (!head || stale) return;
    const now = { scope, weighting: JSON.stringify(head.weights), ranks: ranksOf(rows) };
    const before = last.current;
    last.current = now;
    if (!before || before.scope !== now.scope) setMoves(none);
    else if (before.weighting !== now.weighting) setMoves(movesBetween(before.ranks, now.ranks));
  }, [head, rows, scope, stale]);
  return moves;
}
