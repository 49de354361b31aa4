import type { Candidate } from "@highwater/shared/candidates/contract";
import { Button, SegmentedControl, TextInput } from "@mantine/core";
import type { KeyboardEvent, RefObject } from "react";
import { useTranslation } from "react-i18next";
import { Kbd } from "../../ui/kbd";
import { waits } from "./days";
import type { Did } from "./pile";
import classes from "./screening.module.css";
import { type Screening, type Sitting, wordsOf } from "./screening-store";

interface VerdictBarProps {
  candidate: Candidate;
  store: Screening;
  sitting: Sitting;
  reason: RefObject<HTMLInputElement | null>;
}

const buttons: readonly { did: Did; keys: string }[] = [
  { did: "review", keys: "R" },
  { did: "watch", keys: "W" },
  { did: "pass", keys: "P" },
  { did: "later", keys: "S" },
];

/** Enter and Esc lead out of a field, and never move the candidate. */
function leaveField(event: KeyboardEvent<HTMLInputElement>) {
  if (event.nativeEvent.isComposing || (event.key !== "Enter" && event.key !== "Escape")) return;
  event.preventDefault();
  event.currentTarget.blur();
}

/** The four verdicts, within reach of a thumb, and what may be said with them. */
export function VerdictBar({ candidate, store, sitting, reason }: VerdictBarProps) {
  const { t } = useTranslation("screening");
  const { id } = candidate;
  const words = wordsOf(sitting, id);
  return (
    <div className={classes.bar}>
      <TextInput
        ref={reason}
        className={classes.reason}
        aria-label={t("reason")}
        placeholder={t("reason")}
        maxLength={500}
        rightSection={<Kbd keys="E" />}
        value={words.reason}
        onChange={(event) => store.write(id, { reason: event.currentTarget.value })}
        onKeyDown={leaveField}
      />
      <fieldset className={classes.watch} aria-label={t("watch.label")}>
        <span className={classes.dim}>{t("watch.again")}</span>
        <SegmentedControl
          aria-label={t("watch.again")}
          value={String(words.days)}
          onChange={(days) => store.write(id, { days: Number(days) })}
          data={waits.map((days) => ({ value: String(days), label: t("watch.days", { days }) }))}
        />
        <TextInput
          className={classes.trigger}
          aria-label={t("watch.trigger")}
          placeholder={t("watch.trigger")}
          maxLength={500}
          value={words.trigger}
          onChange={(event) => store.write(id, { trigger: event.currentTarget.value })}
          onKeyDown={leaveField}
        />
      </fieldset>
      <div className={classes.verdicts}>
        {buttons.map(({ did, keys }) => (
          <Button
            key={did}
            variant={did === "review" ? "filled" : "default"}
            className={classes.verdict}
            rightSection={<Kbd keys={keys} />}
            aria-keyshortcuts={keys}
            onClick={() => store.say(did)}
          >
            {t(`verdict.${did}`)}
          </Button>
        ))}
      </div>
    </div>
  );
}
