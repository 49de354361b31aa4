import { type RefObject, useEffect, useEffectEvent } from "react";
import { ignored, overlayOpen, useSingleKeys } from "../../lib/shortcuts";

export interface ReviewKeys {
  score: (level: number) => void;
  notAssessed: () => void;
  next: () => void;
  previous: () => void;
  toReason: () => void;
  takeWords: () => void;
  cite: () => void;
  leaveField: () => void;
  sign: () => void;
  signAndNext: () => void;
  skip: () => void;
}

const field = "textarea, select, input:not([type=radio], [type=checkbox]), [contenteditable=true]";
const within = (event: KeyboardEvent, selector: string) =>
  event.target instanceof Element && event.target.closest(selector) !== null;

/** The letter or digit meant, on any layout and under an input method. */
function meant({ key, code }: KeyboardEvent): string {
  if (/^[a-z0-9]$/i.test(key)) return key.toLowerCase();
  const [, sign] = /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(code) ?? [];
  return sign?.toLowerCase() ?? key;
}

function deedOf(event: KeyboardEvent, keys: ReviewKeys): (() => void) | undefined {
  const sign = meant(event);
  if (event.key === "Enter" && !within(event, "a, button, summary, [role=menuitem]"))
    return event.shiftKey ? keys.previous : keys.next;
  if (event.shiftKey) return undefined;
  if (/^[0-5]$/.test(sign)) return () => keys.score(Number(sign));
  const arrows = !within(event, "[type=radio], [data-scrolls]");
  if (event.key === "ArrowDown" && arrows) return keys.next;
  if (event.key === "ArrowUp" && arrows) return keys.previous;
  const letters: Record<string, () => void> = {
    a: keys.notAssessed,
    e: keys.toReason,
    w: keys.takeWords,
    c: keys.cite,
    s: keys.skip,
  };
  return letters[sign];
}

/** The form by keyboard. Single keys are silent in fields and menus; chords work everywhere in it. */
export function useReviewKeys(form: RefObject<HTMLElement | null>, keys: ReviewKeys) {
  const single = useSingleKeys();
  const hear = useEffectEvent((event: KeyboardEvent) => {
    if (ignored(event) || overlayOpen() || within(event, "[role=menu]")) return;
    const typing = within(event, field);
    const ours = event.target instanceof Node && form.current?.contains(event.target);
    if (typing && !ours) return;
    const chord = event.ctrlKey || event.metaKey;
    let deed: (() => void) | undefined;
    if (chord && event.key === "Enter") deed = event.shiftKey ? keys.signAndNext : keys.sign;
    else if (typing) deed = event.key === "Escape" ? keys.leaveField : undefined;
    else if (single && !chord && !event.altKey) deed = deedOf(event, keys);
    if (!deed) return;
    event.preventDefault();
    deed();
  });
  useEffect(() => {
    document.addEventListener("keydown", hear);
    return () => document.removeEventListener("keydown", hear);
  }, []);
}
