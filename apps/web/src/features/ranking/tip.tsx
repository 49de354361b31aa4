import { Portal } from "@mantine/core";
import { type PointerEvent, type ReactNode, useEffect, useRef, useState } from "react";
import classes from "./tip.module.css";

interface Shown {
  text: string;
  left: number;
  top: number;
  above: boolean;
}

function placeOf(target: HTMLElement): Shown {
  const box = target.getBoundingClientRect();
  const above = box.bottom > window.innerHeight - 80;
  return {
    text: target.getAttribute("data-tip") ?? "",
    left: Math.min(Math.max(box.left + box.width / 2, 130), window.innerWidth - 130),
    top: above ? box.top : box.bottom,
    above,
  };
}

/** One tooltip for all `[data-tip]` within: hundreds of cells need no listener of their own. */
export function Tips({ children, className }: { children: ReactNode; className?: string }) {
  const [shown, setShown] = useState<Shown | null>(null);
  const timer = useRef<number>(undefined);
  const soon = (next: Shown | null, wait: number) => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => setShown(next), wait);
  };
  const onPointerOver = ({ target }: PointerEvent) => {
    const tipped = target instanceof Element ? target.closest<HTMLElement>("[data-tip]") : null;
    if (tipped) soon(placeOf(tipped), shown ? 0 : 250);
    else soon(null, 120);
  };
  useEffect(() => {
    if (!shown) return;
    const hide = (event: Event) => {
      if (!(event instanceof KeyboardEvent) || event.key === "Escape") setShown(null);
    };
    document.addEventListener("keydown", hide);
    document.addEventListener("scroll", hide, { capture: true });
    return () => {
      document.removeEventListener("keydown", hide);
      document.removeEventListener("scroll", hide, { capture: true });
    };
  }, [shown]);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  return (
    <div className={className} onPointerOver={onPointerOver} onPointerLeave={() => soon(null, 120)}>
      {children}
      {shown && (
        <Portal>
          <div
            className={classes.tip}
            data-above={shown.above || undefined}
            style={{ left: shown.left, top: shown.top }}
            aria-hidden="true"
            onPointerEnter={() => window.clearTimeout(timer.current)}
            onPointerLeave={() => soon(null, 120)}
          >
            <span>{shown.text}</span>
          </div>
        </Portal>
      )}
    </div>
  );
}
