import type { Citation, Text } from "@highwater/shared/kernel/contract";
import { useTranslation } from "react-i18next";
import { UserText, useLocalized } from "../../ui/localized";
import classes from "./tide.module.css";

interface QuoteProps {
  source: string | null;
  citation: Citation | null;
  note?: Text | null;
}

/** Where it comes from: a line of the minutes in its own words, or what the team wrote. */
export function Quote({ source, citation, note }: QuoteProps) {
  const { t } = useTranslation("tide");
  const localized = useLocalized();
  return (
    <div className={classes.quote}>
      {source && <UserText>{source}</UserText>}
      {citation && <div>{t("line", { line: citation.line, quote: localized(citation) })}</div>}
      {note && <div>{localized(note)}</div>}
    </div>
  );
}
