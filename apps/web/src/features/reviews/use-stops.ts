import { useEffect } from "react";
import { type Stop, summaryStop } from "./use-scoring";

const stopElement = (stop: Stop) => document.getElementById(`criterion-${stop}`);

/** Into the text of a stop, the caret at its end. */
export function focusReason(stop: Stop) {
  const field = document.getElementById(`reason-${stop}`);
  if (!(field instanceof HTMLTextAreaElement)) return;
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
  field.scrollIntoView?.({ block: "nearest" });
}

/** Back to the keys: the stop itself takes the focus. */
export const focusStop = (stop: Stop) => stopElement(stop)?.focus({ preventScroll: true });

/** After each move the keyboard and the eyes are at the open stop. */
export function useStops(open: Stop, moves: number) {
  useEffect(() => {
    const element = stopElement(open);
    if (!element) return;
    if (moves > 0 && open === summaryStop) focusReason(open);
    else focusStop(open);
    if (moves === 0) return;
    const tall = element.offsetHeight > window.innerHeight * 0.7;
    element.scrollIntoView?.({ block: tall ? "start" : "nearest" });
  }, [open, moves]);
}
