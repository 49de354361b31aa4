import { Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { guessLanguage } from "../../ui/localized";
import classes from "./criterion.module.css";

interface SummaryFieldProps {
  value: string;
  error: string | undefined;
  onChange: (summary: string) => void;
}

/** One reason for the review as a whole, always in view, the last stop of the form. */
export function SummaryField({ value, error, onChange }: SummaryFieldProps) {
  const { t } = useTranslation("reviews");
  return (
    <section id="criterion-summary" className={classes.summary} tabIndex={-1}>
      <Textarea
        id="reason-summary"
        label={
          <>
            {t("form.summary")} <span className={classes.rule}>{t("form.summaryHint")}</span>
          </>
        }
        aria-required
        lang={guessLanguage(value)}
        autosize
        minRows={3}
        maxRows={14}
        value={value}
        error={error}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </section>
  );
}
