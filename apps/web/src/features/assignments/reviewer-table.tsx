import type { ReviewerProgress } from "@highwater/shared/assignments/contract";
import { useTranslation } from "react-i18next";
import { UserText } from "../../ui/localized";
import { TimeAgo } from "../../ui/time-ago";
import classes from "./assignments.module.css";

const parts = ["signed", "abstained", "recused", "open", "hidden"] as const;

/** One reviewer a row: a bar to see it, figures to read it. */
export function ReviewerTable({ reviewers }: { reviewers: readonly ReviewerProgress[] }) {
  const { t } = useTranslation("assignments");
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t("progress.reviewer")}</th>
            <td className={classes.wide} />
            {(["assigned", ...parts, "late", "last"] as const).map((column) => (
              <th key={column} scope="col">
                {t(`progress.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {reviewers.map((row) => (
            <tr key={row.member.id}>
              <th scope="row">
                <UserText>{row.member.name}</UserText>
              </th>
              <td>
                <span
                  className={classes.track}
                  role="img"
                  aria-label={t("progress.bar", { ...row, name: row.member.name })}
                >
                  {parts.map((part) => (
                    <span
                      key={part}
                      data-part={part}
                      style={{ width: `${(100 * row[part]) / Math.max(1, row.assigned)}%` }}
                    />
                  ))}
                </span>
              </td>
              <td>{row.assigned}</td>
              {parts.map((part) => (
                <td key={part}>{row[part] || "–"}</td>
              ))}
              <td className={row.overdue > 0 ? classes.late : undefined}>{row.overdue || "–"}</td>
              <td>{row.lastSignedAt ? <TimeAgo at={row.lastSignedAt} /> : "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
