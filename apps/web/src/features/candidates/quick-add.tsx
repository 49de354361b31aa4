import { Button, TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { type FormEvent, type KeyboardEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { fieldErrors } from "../../i18n/problem-text";
import { isProblem } from "../../lib/api-problem";
import { idempotencyKeys } from "../../lib/idempotency-key";
import { recall, remember } from "../../lib/remembered";
import { useShortcut } from "../../lib/shortcuts";
import { icon } from "../../ui/icon";
import { Kbd } from "../../ui/kbd";
import { notify } from "../../ui/notify";
import { ProblemNote } from "../../ui/problem-note";
import { useEnterCandidate } from "./deeds";
import { DuplicatesNote } from "./duplicates-note";
import classes from "./inbox.module.css";
import { readQuick } from "./quick";
import { useDuplicates } from "./use-duplicates";

interface QuickAddProps {
  memberId: string;
  hrefOf: (id: string) => string;
}

const unborn = (event: KeyboardEvent<HTMLInputElement>) => {
  if (event.key === "Enter" && (event.nativeEvent.isComposing || event.keyCode === 229))
    event.preventDefault();
};

/** A name or an address, Enter, and the next one. What is typed survives a reload. */
export function QuickAdd({ memberId, hrefOf }: QuickAddProps) {
  const { t } = useTranslation("candidates");
  const kept = `hw-quick:${memberId}`;
  const [text, setText] = useState(() => recall(kept) ?? "");
  const [keys] = useState(idempotencyKeys);
  const field = useRef<HTMLInputElement>(null);
  const enter = useEnterCandidate();
  const input = readQuick(text);
  const duplicates = useDuplicates({ name: input?.name ?? "", website: input?.website ?? "" });
  useShortcut("a", () => field.current?.focus());

  const type = (next: string) => {
    setText(next);
    remember(kept, next);
    if (enter.error) enter.reset();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!input || enter.isPending || (await duplicates.overlooked())) return;
    enter.mutate(
      { input, key: keys.of(input) },
      {
        onSuccess: ({ name }) => {
          keys.spend();
          type("");
          notify.done(t("inbox.added", { name }));
          field.current?.focus();
        },
      },
    );
  };
  const errors = isProblem(enter.error) ? Object.values(fieldErrors(enter.error)) : [];
  return (
    <form className={classes.quick} onSubmit={(event) => void submit(event)}>
      <div className={classes.quickLine}>
        <TextInput
          ref={field}
          className={classes.quickField}
          aria-label={t("inbox.quick")}
          placeholder={t("inbox.quickHint")}
          maxLength={2000}
          autoComplete="off"
          data-lists
          value={text}
          onChange={(event) => type(event.currentTarget.value)}
          onKeyDown={unborn}
          error={errors[0]}
          rightSection={<Kbd keys={text ? "↵" : "A"} />}
          aria-keyshortcuts="A"
        />
        <Button
          type="submit"
          variant="default"
          loading={enter.isPending}
          leftSection={<IconPlus {...icon} />}
        >
          {duplicates.shown.length > 0 ? t("inbox.addAnyway") : t("inbox.add")}
        </Button>
      </div>
      <DuplicatesNote items={duplicates.shown} hrefOf={hrefOf} />
      {enter.error && errors.length === 0 && <ProblemNote error={enter.error} />}
    </form>
  );
}
