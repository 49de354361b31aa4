import type { ReadBoard } from "@highwater/shared/ranking/board";
import { useDebouncedCallback } from "@mantine/hooks";
import { useMemo, useState } from "react";
import { rankedBy } from "./ranked";
import { type StudioSearch, weightsIn, weightsText } from "./search";

/** The weights under one's hands: the table follows at once, the URL when they rest. */
export function useStudio(
  board: ReadBoard,
  search: StudioSearch,
  onSearch: (search: StudioSearch) => void,
) {
  const own = board.weights;
  const [weights, setWeights] = useState(() => weightsIn(search, own.length) ?? own);
  const write = useDebouncedCallback((next: readonly number[]) => {
    const same = weightsText(next) === weightsText(own);
    onSearch({ ...search, weights: same ? undefined : weightsText(next) });
  }, 300);
  const choose = (next: number[]) => {
    // With nothing to weigh by there is no order.
    if (next.every((weight) => weight === 0)) return;
    setWeights(next);
    write(next);
  };
  const before = useMemo(() => rankedBy(board, own), [board, own]);
  const now = useMemo(() => rankedBy(board, weights), [board, weights]);
  return { weights, choose, before, now, changed: weightsText(weights) !== weightsText(own) };
}
