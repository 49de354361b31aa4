import type { MeetingMarks } from "@highwater/shared/rounds/contract";
import type { Criterion } from "@highwater/shared/rubrics/contract";
import { useTranslation } from "react-i18next";
import { useLocalized } from "../../ui/localized";
import classes from "./marks-table.module.css";

interface MarksTableProps {
  criteria: readonly Criterion[];
  marks: readonly MeetingMarks[];
  memberId: string;
}

const levels = [0, 1, 2, 3, 4, 5] as const;

/** A rail a criterion, a dot a member by name; a dot that has moved says from where. */
export function MarksTable({ criteria, marks, memberId }: MarksTableProps) {
  const { t } = useTranslation("rounds");
  const localized = useLocalized();
  return (
    <table className={classes.marks}>
      <caption>{t("marks.caption", { count: marks.length })}</caption>
      <thead>
        <tr>
          <td />
          {levels.map((level) => (
            <th key={level} scope="col">
              {level}
            </th>
          ))}
          <th scope="col" title={t("marks.none")}>
            A
          </th>
        </tr>
      </thead>
      <tbody>
        {criteria.map(({ key, short, inverted }) => (
          <tr key={key}>
            <th scope="row">
              {localized(short)}
              {inverted && <small>{t("marks.risk")}</small>}
              {apart(marks, key) >= 3 && (
                <span className={classes.split} title={t("marks.split")}>
                  ⇄<span className={classes.hidden}>{t("marks.split")}</span>
                </span>
              )}
            </th>
            {[...levels, null].map((level) => (
              <td key={level ?? "none"} data-level={level ?? "none"}>
                {marks
                  .filter(({ scores }) => scores[key] === level)
                  .map((one) => (
                    <Dot key={one.member.id} marks={one} criterion={key} memberId={memberId} />
                  ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function apart(marks: readonly MeetingMarks[], key: string): number {
  const given = marks.flatMap(({ scores }) => scores[key] ?? []);
  return given.length < 2 ? 0 : Math.max(...given) - Math.min(...given);
}

interface DotProps {
  marks: MeetingMarks;
  criterion: string;
  memberId: string;
}

function Dot({ marks, criterion, memberId }: DotProps) {
  const { t } = useTranslation("rounds");
  const { member, scores, before } = marks;
  const to = scores[criterion] ?? null;
  const from = before?.[criterion];
  const moved = before !== null && from !== undefined && from !== to;
  const digit = (score: number | null | undefined) => score ?? "A";
  return (
    <span
      className={classes.dot}
      data-me={member.id === memberId || undefined}
      data-moved={moved || undefined}
      title={
        moved
          ? t("marks.moved", { name: member.name, from: digit(from), to: digit(to) })
          : member.name
      }
    >
      <span className={classes.name}>{member.name}</span>
      {moved && (
        <span className={classes.move}>
          {digit(from)}→{digit(to)}
        </span>
      )}
      {before === null && <span className={classes.move}>{t("marks.late")}</span>}
    </span>
  );
}
