import { useCombobox } from "@mantine/core";
import { type KeyboardEvent, type RefObject, useState } from "react";
import type { Draft } from "./kept";
import { type Asked, askedAt, matching, withName } from "./typing";

export interface Person {
  id: string;
  name: string;
}

interface MentionsOptions {
  field: RefObject<HTMLTextAreaElement | null>;
  people: readonly Person[];
  draft: Draft;
  onChange: (draft: Draft) => void;
}

/** The list that opens at an @: arrows move in it, Enter and Tab take, Escape closes. None of it while composing. */
export function useMentions({ field, people, draft, onChange }: MentionsOptions) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [at, setAt] = useState(0);
  const found = asked ? matching(people, asked.name) : [];
  const opened = found.length > 0;
  const store = useCombobox({ opened, onOpenedChange: (open) => !open && setAsked(null) });

  function look(text: string, caret: number) {
    setAsked(askedAt(text, caret));
    setAt(0);
  }

  function choose(id: string | undefined) {
    const person = people.find((one) => one.id === id);
    if (!person || !asked) return;
    const put = withName(draft.text, asked, person.name);
    const others = draft.chosen.filter(({ name }) => name !== person.name);
    const chosen = [...others, { name: person.name, memberId: person.id }];
    onChange({ ...draft, text: put.text, chosen });
    setAsked(null);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(put.caret, put.caret);
    });
  }

  /** Whether the key was the list's. */
  function onKey(event: KeyboardEvent): boolean {
    if (!opened) return false;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined) setAt((at + by + found.length) % found.length);
    else if (event.key === "Enter" || event.key === "Tab") choose(found[at]?.id);
    else if (event.key === "Escape") setAsked(null);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  return { store, found, opened, at, look, choose, onKey, close: () => setAsked(null) };
}
