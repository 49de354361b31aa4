import { useSyncExternalStore } from "react";
import { useHotkeys } from "react-hotkeys-hook";
import { recall, remember } from "./remembered";

const listeners = new Set<() => void>();
let on = recall("hw-single-keys") !== "off";

/** WCAG 2.1.4: single-key shortcuts can be turned off; chords with ⌘ or Ctrl stay. */
export function setSingleKeys(wanted: boolean) {
  on = wanted;
  remember("hw-single-keys", wanted ? "on" : "off");
  for (const listener of listeners) listener();
}

export const useSingleKeys = () =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => on,
  );

/** The second key of `g r` is spent: a page's own `r` must not hear it too. */
const spent = new WeakSet<Event>();
/** Long before the page was opened, so that its first keys are heard. */
let ledAt = -Infinity;

document.addEventListener(
  "keydown",
  (event) => {
    if (event.timeStamp - ledAt < 1000) spent.add(event);
    const free = !event.ctrlKey && !event.metaKey && !event.altKey;
    ledAt = event.key.toLowerCase() === "g" && free ? event.timeStamp : -Infinity;
  },
  { capture: true },
);

interface ShortcutOptions {
  enabled?: boolean;
  /** Also while an overlay is open, or typing in a field. */
  inFields?: boolean;
  inOverlays?: boolean;
}

export const overlayOpen = () =>
  document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
/** Composing, taken by someone else, or the second key of `g r`. */
export const ignored = (event: KeyboardEvent) =>
  event.isComposing || event.defaultPrevented || spent.has(event);

/**
 * One shortcut. `keys`: "j", "shift+j", "mod+enter", "g>r", or a sign such as "?" and "/".
 * Silent in fields, in overlays, while composing, and where single keys are turned off.
 */
export function useShortcut(
  keys: string,
  act: (event: KeyboardEvent) => void,
  { enabled = true, inFields = false, inOverlays = false }: ShortcutOptions = {},
) {
  const single = useSingleKeys();
  const chord = /mod\+|ctrl\+|meta\+/.test(keys);
  const leaves = keys === "escape";
  const sign = /^[^\w\s]$/.test(keys);
  const sequence = keys.includes(">");
  useHotkeys(
    keys,
    (event) => {
      if (sequence && (event.ctrlKey || event.metaKey || event.altKey)) return;
      if (overlayOpen() && !inOverlays) return;
      event.preventDefault();
      act(event);
    },
    {
      enabled: enabled && (single || chord || leaves),
      enableOnFormTags: inFields,
      enableOnContentEditable: inFields,
      useKey: sign,
      ignoreModifiers: sign,
      ignoreEventWhen: (event) =>
        ignored(event) || (sign && (event.ctrlKey || event.metaKey || event.altKey)),
    },
  );
}
