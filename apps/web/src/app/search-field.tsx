import { TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useLocation, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useShortcut } from "../lib/shortcuts";
import { icon } from "../ui/icon";
import { Kbd } from "../ui/kbd";
import { useHints } from "./use-hints";

/** The lists that filter as one types; from anywhere else, Enter leads to the ranking. */
function useLiveList() {
  const { team } = useParams({ from: "/t/$team" });
  const path = useLocation({ select: ({ pathname }) => pathname.replace(/\/$/, "") });
  if (path === `/t/${team}/inbox`) return "/t/$team/inbox";
  if (path === `/t/${team}/candidates`) return "/t/$team/candidates";
  return path === `/t/${team}` ? "/t/$team" : null;
}

export function SearchField() {
  const { t } = useTranslation("common");
  const field = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const { team } = useParams({ from: "/t/$team" });
  const { q = "" } = useSearch({ strict: false });
  const live = useLiveList();
  const listId = useId();
  const [focused, setFocused] = useState(false);
  const [typed, setTyped] = useState(q);
  const hints = useHints(typed, focused);
  useEffect(() => {
    if (document.activeElement !== field.current) setTyped(q);
  }, [q]);

  const search = (text: string) => {
    const found = text.trim() || undefined;
    void navigate({
      to: live ?? "/t/$team",
      params: { team },
      search: (before: object) => (live ? { ...before, q: found } : { q: found }),
      replace: live !== null,
    });
  };
  const searchSoon = useDebouncedCallback((text: string) => live && search(text), 200);
  const focus = () => field.current?.select();
  useShortcut("/", focus);
  useShortcut("mod+k", focus, { inFields: true });

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") search(typed);
    if (event.key === "Escape") event.currentTarget.blur();
  };
  return (
    <>
      <TextInput
        ref={field}
        type="search"
        list={listId}
        aria-label={t("top.searchLabel")}
        aria-keyshortcuts="/ Meta+K Control+K"
        placeholder={t("top.search")}
        value={typed}
        maxLength={200}
        leftSection={<IconSearch {...icon} />}
        rightSection={<Kbd keys="/" />}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          if (live) searchSoon(event.currentTarget.value);
        }}
        onKeyDown={onKeyDown}
        onFocus={() => setFocused(true)}
      />
      <datalist id={listId}>
        {hints.map((hint) => (
          <option key={hint} value={hint} />
        ))}
      </datalist>
    </>
  );
}
