import type { Captured } from "@highwater/shared/candidates/contract";
import { useTranslation } from "react-i18next";
import { UserText } from "../../../ui/localized";
import classes from "./capture.module.css";

/** The lines that nothing is made of: said, so that none is missed in silence. */
export function Unread({ lines }: { lines: Captured["unread"] }) {
  const { t } = useTranslation("capture");
  if (lines.length === 0) return null;
  return (
    <details className={classes.unread}>
      <summary>{t("check.unread", { count: lines.length })}</summary>
      <ul>
        {lines.map(({ line, text }) => (
          <li key={line}>
            {t("row.line", { line })}: <UserText>{text}</UserText>
          </li>
        ))}
      </ul>
    </details>
  );
}
