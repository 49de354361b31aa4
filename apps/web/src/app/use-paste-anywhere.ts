import { useNavigate, useParams } from "@tanstack/react-router";
import { useEffect } from "react";
import { overlayOpen } from "../lib/shortcuts";

declare module "@tanstack/history" {
  interface HistoryState {
    /** Text on its way to the page that reads it; it stays there on a reload, and on the way back. */
    pasted?: string;
  }
}

/** A field keeps what is pasted into it, unless it takes one name and the text is a list. */
function isKept(at: EventTarget | null, pasted: string): boolean {
  if (!(at instanceof Element) || !at.closest("input, textarea, select, [contenteditable]"))
    return false;
  return !at.matches("[data-lists]") || !/\S[\r\n\t]+\s*\S/.test(pasted);
}

/** Text that is pasted while no field has the focus goes to New. */
export function usePasteAnywhere(enabled: boolean) {
  const navigate = useNavigate();
  const { team } = useParams({ from: "/t/$team" });
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const pasted = event.clipboardData?.getData("text/plain") ?? "";
      if (
        pasted.trim() === "" ||
        event.defaultPrevented ||
        isKept(event.target, pasted) ||
        overlayOpen()
      )
        return;
      event.preventDefault();
      void navigate({ to: "/t/$team/new", params: { team }, state: { pasted } });
    };
    if (enabled) document.addEventListener("paste", paste);
    return () => document.removeEventListener("paste", paste);
  }, [enabled, navigate, team]);
}
