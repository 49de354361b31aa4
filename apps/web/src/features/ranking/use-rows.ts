import type { RankingItem } from "@highwater/shared/ranking/contract";
import { mayReview } from "@highwater/shared/reviews/policy";
import type { Role } from "@highwater/shared/team/contract";
import { useMatch, useRouter } from "@tanstack/react-router";
import { type RefObject, useCallback, useState } from "react";
import type { RankingSearch } from "./search";
import { useRowKeys } from "./use-row-keys";
import { useSelection } from "./use-selection";
import type { ViewProps } from "./view-props";

export interface RowDeedProps extends Pick<ViewProps, "search" | "change"> {
  role: Role;
  onOpen: (id: string) => void;
  onReview: (id: string) => void;
  onCompare: (ids: readonly string[]) => void;
}

/** As many as can be compared. */
const mostTicked = 5;

const bare = (path: string) => path.replace(/\/$/, "");

/** Whoever is on the way to another page, or has just arrived there, is not called back by what was still to be written. */
function useWriting(change: RowDeedProps["change"]) {
  const router = useRouter();
  const here = useMatch({ strict: false, select: ({ pathname }) => bare(pathname) });
  return useCallback(
    (sel: string) => {
      if (bare(router.latestLocation.pathname) === here) change({ sel });
    },
    [router, here, change],
  );
}

/** The selected row, and what keys and clicks do with it. */
export function useRows(
  { search, change, role, onOpen, onReview, onCompare }: RowDeedProps,
  rows: readonly RankingItem[],
  grid: RefObject<HTMLElement | null>,
) {
  const { selected, select, mark } = useSelection(search.sel, useWriting(change));
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
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const tick = () => {
    if (!row) return;
    const { id } = row;
    setTicked(
      ticked.includes(id) ? ticked.filter((one) => one !== id) : [...ticked, id].slice(-mostTicked),
    );
  };
  const compare = () => {
    const ids = ticked.length > 0 ? ticked : row ? [row.id] : [];
    if (ids.length > 0) onCompare(ids);
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
    tick,
    compare,
    close: () => search.peek && close(),
  });
  const pick = useCallback((id: string) => show("1", id), [show]);
  const untick = () => setTicked([]);
  return { selected, row, reviewable, pick, close, ticked, compare, untick };
}
