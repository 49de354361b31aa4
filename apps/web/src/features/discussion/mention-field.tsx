import { Combobox, Textarea } from "@mantine/core";
import { type KeyboardEvent, useEffect, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { guessLanguage } from "../../ui/localized";
import type { Draft } from "./kept";
import { type Person, useMentions } from "./use-mentions";

interface MentionFieldProps {
  label: string;
  people: readonly Person[];
  draft: Draft;
  error: string | undefined;
  autoFocus: boolean;
  onChange: (draft: Draft) => void;
  onSend: () => void;
  onCancel: (() => void) | undefined;
}

/** What an input method is still composing: its keys are its own. Safari ends it before its Enter. */
const composing = ({ nativeEvent }: KeyboardEvent) =>
  nativeEvent.isComposing || nativeEvent.keyCode === 229;

/** A comment's text, in which @ offers the members. Enter makes a new line; ⌘ or Ctrl with Enter sends. */
export function MentionField(props: MentionFieldProps) {
  const { label, people, draft, error, autoFocus, onChange, onSend, onCancel } = props;
  const { t } = useTranslation("discussion");
  const field = useRef<HTMLTextAreaElement>(null);
  const list = useId();
  const { store, found, opened, at, look, choose, onKey, close } = useMentions({
    ...{ field, people, draft, onChange },
  });
  useEffect(() => {
    if (autoFocus) field.current?.focus();
  }, [autoFocus]);
  const hear = (event: KeyboardEvent) => {
    if (composing(event) || onKey(event)) return;
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      event.stopPropagation();
      onSend();
    } else if (event.key === "Escape" && onCancel) {
      event.preventDefault();
      onCancel();
    }
  };
  return (
    <Combobox store={store} onOptionSubmit={choose} position="bottom-start">
      <Combobox.DropdownTarget>
        <Textarea
          ref={field}
          label={label}
          description={t("composer.hint")}
          inputWrapperOrder={["label", "input", "description", "error"]}
          autosize
          minRows={2}
          maxRows={16}
          lang={guessLanguage(draft.text)}
          value={draft.text}
          error={error}
          aria-autocomplete="list"
          aria-controls={opened ? list : undefined}
          aria-activedescendant={opened ? `${list}-${at}` : undefined}
          aria-keyshortcuts="Meta+Enter Control+Enter"
          onKeyDown={hear}
          onBlur={close}
          onChange={({ currentTarget: { value, selectionStart } }) => {
            onChange({ ...draft, text: value });
            look(value, selectionStart);
          }}
        />
      </Combobox.DropdownTarget>
      <Combobox.Dropdown hidden={!opened}>
        <Combobox.Options id={list} aria-label={t("composer.members")}>
          {found.map(({ id, name }, index) => (
            <Combobox.Option
              key={id}
              id={`${list}-${index}`}
              value={id}
              aria-selected={index === at}
              data-combobox-selected={index === at || undefined}
              onMouseDown={(event) => event.preventDefault()}
            >
              {name}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
