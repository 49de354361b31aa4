import type { BoardCard, BoardColumn } from "@highwater/shared/stages/board";
import { type Stage, stages } from "@highwater/shared/stages/contract";
import { type RefObject, useEffect, useRef } from "react";
import { useShortcut } from "../../lib/shortcuts";

interface Keys {
  ground: RefObject<HTMLElement | null>;
  columns: readonly BoardColumn[];
  moves: boolean;
  move: (card: BoardCard, to: Stage) => void;
  onOpen: (id: string) => void;
}

/** A card that changes its column is another element: the focus that it held goes with it. */
function useFocusThatFollows(ground: Keys["ground"], columns: Keys["columns"]) {
  const held = useRef<string>(undefined);
  useEffect(() => {
    const hold = ({ target }: Event) => {
      const card = (target as Element).closest("li")?.querySelector<HTMLElement>("[data-card]");
      held.current = card?.dataset["card"];
    };
    const element = ground.current;
    element?.addEventListener("focusin", hold);
    document.addEventListener("pointerdown", hold);
    return () => {
      element?.removeEventListener("focusin", hold);
      document.removeEventListener("pointerdown", hold);
    };
  }, [ground]);
  useEffect(() => {
    if (document.activeElement !== document.body || !held.current) return;
    ground.current?.querySelector<HTMLElement>(`[data-card="${held.current}"]`)?.focus();
  }, [ground, columns]);
}

/** Arrows or `h j k l` go from card to card, `[` and `]` move the card, `m` opens its menu. */
export function useBoardKeys({ ground, columns, moves, move, onOpen }: Keys) {
  useFocusThatFollows(ground, columns);
  const focused = () => (document.activeElement as HTMLElement | null)?.dataset["card"];
  const place = () => {
    const id = focused();
    const x = columns.findIndex(({ items }) => items.some((card) => card.id === id));
    const y = columns[x]?.items.findIndex((card) => card.id === id) ?? -1;
    return { x, y, card: columns[x]?.items[y] };
  };
  const focus = (card: BoardCard | undefined) => {
    if (!card) return;
    ground.current?.querySelector<HTMLElement>(`[data-card="${card.id}"]`)?.focus();
  };
  const first = () => columns.find(({ items }) => items.length > 0)?.items[0];
  const down = (by: number) => {
    const { x, y, card } = place();
    focus(card ? columns[x]?.items[y + by] : first());
  };
  /** Empty columns are passed over. */
  const across = (by: number) => {
    const { x, y, card } = place();
    if (!card) return focus(first());
    for (let at = x + by; columns[at]; at += by) {
      const items = columns[at]?.items ?? [];
      if (items.length > 0) return focus(items[Math.min(y, items.length - 1)]);
    }
  };
  const shift = (by: number) => {
    const { card } = place();
    const to = card && stages[stages.indexOf(card.stage) + by];
    if (card && to) move(card, to);
  };
  useShortcut("down, j", () => down(1));
  useShortcut("up, k", () => down(-1));
  useShortcut("right, l", () => across(1));
  useShortcut("left, h", () => across(-1));
  useShortcut("]", () => shift(1), { enabled: moves });
  useShortcut("[", () => shift(-1), { enabled: moves });
  useShortcut("o", () => {
    const id = focused();
    if (id) onOpen(id);
  });
  useShortcut(
    "m",
    () =>
      ground.current
        ?.querySelector<HTMLElement>(`li:has([data-card="${focused()}"]) button`)
        ?.click(),
    { enabled: moves },
  );
}
