import type { Board, BoardCard } from "@highwater/shared/stages/board";
import type { Stage } from "@highwater/shared/stages/contract";
import { movable } from "@highwater/shared/stages/lifecycle";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { boardQuery } from "./board-query";
import { useMoveStage } from "./deeds";
import type { BoardSearch } from "./search";

interface Moving {
  id: string;
  to: Stage;
}

/** The card stands where it goes while the server is asked; a refusal puts it back. */
function shownWith({ columns }: Board, moving: Moving | undefined): Board["columns"] {
  const card = columns.flatMap(({ items }) => items).find(({ id }) => id === moving?.id);
  if (!card || !moving || card.stage === moving.to) return columns;
  return columns.map((column) => {
    if (column.stage === card.stage)
      return {
        ...column,
        count: column.count - 1,
        items: column.items.filter(({ id }) => id !== card.id),
      };
    if (column.stage === moving.to)
      return {
        ...column,
        count: column.count + 1,
        items: [{ ...card, stage: moving.to }, ...column.items],
      };
    return column;
  });
}

/** The board, and what a drop, a key or the menu does on it. */
export function useBoard(search: BoardSearch) {
  const { data } = useSuspenseQuery(boardQuery(search));
  const move = useMoveStage();
  const [deciding, setDeciding] = useState<BoardCard | null>(null);
  const moving = move.isPending ? move.variables : undefined;
  return {
    columns: shownWith(data, moving),
    deciding,
    stopDeciding: () => setDeciding(null),
    decide: setDeciding,
    /** Only a decision makes it decided: that is asked for. */
    move(card: BoardCard, to: Stage) {
      if (to === card.stage) return;
      if (to === "decided") return setDeciding(card);
      if (movable(card.stage, to))
        move.mutate({ id: card.id, name: card.name, from: card.stage, to });
    },
  };
}
