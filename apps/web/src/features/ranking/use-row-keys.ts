import { type RefObject, useEffect, useRef } from "react";
import { useShortcut, useSingleKeys } from "../../lib/shortcuts";

interface RowDeeds {
  /** So many rows down, or up where below 0. */
  move: (by: number) => void;
  peek: () => void;
  open: () => void;
  review: () => void;
  /** Ticks the row for comparing, or takes the tick off; compares what is ticked. */
  tick: () => void;
  compare: () => void;
  close: () => void;
}

const far = Number.MAX_SAFE_INTEGER;
const steps: Record<string, number> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  End: far,
  Home: -far,
};

/** Keys that a control would take for itself count only where none has the focus. */
const atRest = (target: EventTarget | null) =>
  target === document.body || (target instanceof Element && target.id === "main");

export function useRowKeys(grid: RefObject<HTMLElement | null>, deeds: RowDeeds) {
  const single = useSingleKeys();
  const latest = useRef(deeds);
  useEffect(() => {
    latest.current = deeds;
  });
  const step = (by: number) => {
    grid.current?.focus({ preventScroll: true });
    deeds.move(by);
  };
  useShortcut("j", () => step(1));
  useShortcut("k", () => step(-1));
  useShortcut("r", deeds.review);
  useShortcut("x", deeds.tick);
  useShortcut("c", deeds.compare);
  useShortcut("escape", deeds.close);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const { key, target } = event;
      if (event.defaultPrevented || event.isComposing) return;
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      if (target !== grid.current && !(single && atRest(target))) return;
      const by = steps[key];
      if (by === undefined && key !== " " && key !== "Enter") return;
      event.preventDefault();
      if (by !== undefined) {
        grid.current?.focus({ preventScroll: true });
        latest.current.move(by);
      } else if (key === " ") latest.current.peek();
      else latest.current.open();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [grid, single]);
}
