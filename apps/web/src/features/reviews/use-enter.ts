import { useEffect, useEffectEvent } from "react";
import { ignored, overlayOpen, useSingleKeys } from "../../lib/shortcuts";

/** Enter as the page's own key: only where nothing in focus has a use for it. */
export function useEnter(act: () => void, enabled: boolean) {
  const single = useSingleKeys();
  const hear = useEffectEvent((event: KeyboardEvent) => {
    const chord = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
    if (!enabled || !single || event.key !== "Enter" || chord) return;
    if (ignored(event) || overlayOpen()) return;
    const at = event.target instanceof Element ? event.target : null;
    if (at?.closest("a, button, input, textarea, select, summary, [role=menuitem]")) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    document.addEventListener("keydown", hear);
    return () => document.removeEventListener("keydown", hear);
  }, []);
}
