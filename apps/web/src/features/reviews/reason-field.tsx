import { reasonNeeded } from "@highwater/shared/reviews/policy";
import type { Criterion } from "@highwater/shared/rubrics/contract";
import { Button, Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Kbd } from "../../ui/kbd";
import { guessLanguage } from "../../ui/localized";
import classes from "./criterion.module.css";
import type { Mark } from "./sheet";

interface ReasonFieldProps {
  criterion: Criterion;
  mark: Mark;
  error: string | undefined;
  onReason: (reason: string) => void;
  onTake: () => void;
}

/** Why this score. Beside it stands whether a reason is needed, at this score. */
export function ReasonField({ criterion, mark, error, onReason, onTake }: ReasonFieldProps) {
  const { t } = useTranslation("reviews");
  const { score, reason } = mark;
  const needed = score !== undefined && reasonNeeded(score);
  const rule = score === undefined ? "reasonOpen" : needed ? "reasonNeeded" : "reasonOptional";
  return (
    <div className={classes.reason}>
      <Textarea
        id={`reason-${criterion.key}`}
        label={
          <>
            {t("form.reason")} <span className={classes.rule}>{t(`form.${rule}`)}</span>
          </>
        }
        labelProps={{ "data-needed": (needed && reason.trim() === "") || undefined }}
        aria-required={needed}
        aria-keyshortcuts="E"
        lang={guessLanguage(reason)}
        autosize
        minRows={2}
        maxRows={10}
        value={reason}
        error={error}
        onChange={(event) => onReason(event.currentTarget.value)}
      />
      <Button
        className={classes.take}
        variant="subtle"
        size="compact-xs"
        aria-keyshortcuts="W"
        aria-disabled={typeof score !== "number"}
        onMouseDown={(event) => event.preventDefault()}
        onClick={onTake}
        rightSection={<Kbd keys="W" />}
      >
        {t("form.take")}
      </Button>
    </div>
  );
}
