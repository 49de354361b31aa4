import {
  type AssignmentReport,
  type SkipCode,
  skipCodes,
} from "@highwater/shared/assignments/contract";
import { useTranslation } from "react-i18next";
import { UserText } from "../../ui/localized";
import classes from "./assignments.module.css";

/** What each reviewer would have: what they have already, and what comes on top. */
export function Loads({ loads }: { loads: AssignmentReport["loads"] }) {
  const { t } = useTranslation("assignments");
  const most = Math.max(1, ...loads.map(({ after }) => after));
  return (
    <section aria-label={t("dialog.loads")}>
      <h3 className={classes.small}>{t("dialog.loads")}</h3>
      <ul className={classes.loads}>
        {loads.map(({ memberId, name, before, after }) => (
          <li key={memberId} title={t("dialog.load", { name, after, added: after - before })}>
            <span className={classes.who}>
              <UserText>{name}</UserText>
            </span>
            <span className={classes.track} aria-hidden>
              <span data-kind="before" style={{ width: `${(100 * before) / most}%` }} />
              <span data-kind="new" style={{ width: `${(100 * (after - before)) / most}%` }} />
            </span>
            <span className={classes.figure}>{after}</span>
            <span className={classes.added}>
              {after > before && t("dialog.added", { added: after - before })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What is left out, by reason, with the first names. */
export function LeftOut({ skipped }: { skipped: AssignmentReport["skipped"] }) {
  const { t } = useTranslation(["assignments", "pipeline"]);
  if (skipped.length === 0) return null;
  const of = (code: SkipCode) => skipped.filter((row) => row.code === code);
  return (
    <details className={classes.leftOut}>
      <summary>{t("dialog.skipped", { count: skipped.length })}</summary>
      {skipCodes.map((code) => {
        const names = [...new Set(of(code).flatMap(({ name }) => name || []))];
        if (of(code).length === 0) return null;
        return (
          <p key={code}>
            <strong>{t(`dialog.reason.${code}`, { count: of(code).length })}</strong>{" "}
            <UserText>{names.slice(0, 10).join(" · ")}</UserText>
            {names.length > 10 && ` ${t("pipeline:bulk.andMore", { count: names.length - 10 })}`}
          </p>
        );
      })}
    </details>
  );
}
