import type { RankingItem } from "@highwater/shared/ranking/contract";
import { mayReview } from "@highwater/shared/reviews/policy";
import type { Role } from "@highwater/shared/team/contract";
import { type RefObject, useCallback } from "react";
import type { RankingSearch } from "./search";
import { useRowKeys } from "./use-row-keys";
import { useSelection } from "./use-selection";
import type { ViewProps } from "./view-props";

export interface RowDeedProps extends Pick<ViewProps, "search" | "change"> {
  role: Role;
  onOpen: (id: string) => void;
  onReview: (id: string) => void;
}

/** The selected row, and what keys and clicks do with it. */
export function useRows(
  { search, change, role, onOpen, onReview }: RowDeedProps,
  rows: readonly RankingItem[],
  grid: RefObject<HTMLElement | null>,
) {
  const write = useCallback((sel: string) => change({ sel }), [change]);
  const { selected, select, mark } = useSelection(search.sel, write);
  const at = rows.findIndex(({ id }) => id === selected);
  const row = rows[at];
  const reviewable =
    row !== undefined &&
    mayReview({ role }, { archivedAt: null, stage: row.stage }, row.flags.includes("recused"));

  const show = useCallback(
    (peek: RankingSearch["peek"], id: string) => {
      mark(id);
      change({ peek, sel: id });
    },
    [mark, change],
  );
  const close = useCallback(() => {
    change({ peek: undefined });
    grid.current?.focus({ preventScroll: true });
  }, [change, grid]);

  const leave = (go: (id: string) => void) => {
    if (!row) return;
    mark(row.id);
    go(row.id);
  };
  useRowKeys(grid, {
    move: (by) => {
      const next = rows[Math.min(Math.max(at + by, 0), rows.length - 1)];
      if (next) select(next.id);
    },
    peek: () => {
      const target = row ?? rows[0];
      if (row && search.peek) close();
      else if (target) show("1", target.id);
    },
    open: () => leave(onOpen),
    review: () => reviewable && leave(onReview),
    close: () => search.peek && close(),
  });
  const pick = useCallback((id: string) => show("1", id), [show]);
  return { selected, row, reviewable, pick, close };
}
