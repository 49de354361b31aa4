import { type RefObject, useEffect, useEffectEvent } from "react";
import { ignored, overlayOpen, useShortcut } from "../../lib/shortcuts";
import type { Screening } from "./screening-store";

/** One key a verdict. A key that is held down is pressed once. */
function useVerdictKey(key: string, act: () => void) {
  useShortcut(key, (event) => !event.repeat && act());
}

/** The sitting by keyboard; silent while the reason is being written. */
export function useVerdictKeys(
  store: Screening,
  reason: RefObject<HTMLInputElement | null>,
  onLeave: () => void,
) {
  useVerdictKey("r", () => store.say("review"));
  useVerdictKey("w", () => store.say("watch"));
  useVerdictKey("p", () => store.say("pass"));
  useVerdictKey("s", () => store.say("later"));
  useShortcut("u", () => store.undo());
  useShortcut("mod+z", () => store.undo());
  useShortcut("e", () => reason.current?.focus());
  useShortcut("escape", onLeave);

  const toReason = useEffectEvent((event: KeyboardEvent) => {
    const nowhere = document.activeElement;
    const free = nowhere === document.body || nowhere?.id === "main";
    if (event.key !== "Tab" || event.shiftKey || !free || ignored(event) || overlayOpen()) return;
    event.preventDefault();
    reason.current?.focus();
  });
  useEffect(() => {
    document.addEventListener("keydown", toReason);
    return () => document.removeEventListener("keydown", toReason);
  }, []);
}
