import type { Explanation as Explained } from "@highwater/shared/ranking/contract";
import type { Criterion } from "@highwater/shared/rubrics/contract";
import { useTranslation } from "react-i18next";
import { oneDecimal, percent, twoDecimals } from "../../lib/numbers";
import { useLocalized } from "../../ui/localized";
import classes from "./explanation.module.css";
import { Gates } from "./gates";
import { shownPoints } from "./shown-points";

interface ExplanationProps {
  explanation: Explained;
  criteria: Criterion[];
}

/** Where a total comes from: parts that add up to it, its rank, and the gates beside it. */
export function Explanation({ explanation, criteria }: ExplanationProps) {
  const { t } = useTranslation("candidates");
  const { scope, total, rank, of, reviews, coverage, flags, gates } = explanation;
  if (total === null) return <p className={classes.dim}>{t(`why.nothing.${scope}`)}</p>;
  return (
    <>
      <p className={classes.sum}>
        <strong className={classes.total}>{oneDecimal(total)}</strong>
        {rank !== null && <span>{t("why.rank", { rank, of })}</span>}
        {flags.includes("provisional") && <span>{t("why.provisional")}</span>}
        <span className={classes.dim}>
          {scope === "mine" && t("why.onlyYou")}
          {scope === "team" && (reviews === 1 ? t("why.oneReview") : t("why.reviews", { reviews }))}
        </span>
        {coverage < 1 && (
          <span className={classes.dim}>{t("why.coverage", { share: percent(coverage) })}</span>
        )}
      </p>
      <Parts parts={explanation.parts} total={total} criteria={criteria} />
      {gates.length > 0 && <Gates gates={gates} criteria={criteria} />}
    </>
  );
}

type Part = Explained["parts"][number];

interface PartsProps {
  parts: Part[];
  total: number;
  criteria: Criterion[];
}

function Parts({ parts, total, criteria }: PartsProps) {
  const { t } = useTranslation("candidates");
  const points = shownPoints(
    parts.map((part) => part.points),
    total,
  );
  const present = parts.reduce((sum, { weight }) => sum + weight, 0);
  const most = shownPoints(
    parts.map((part) => part.most),
    100,
  );
  return (
    <table className={classes.parts}>
      <thead>
        <tr>
          <th scope="col">{t("scores.criterion")}</th>
          <th scope="col">{t("why.sum")}</th>
          <th scope="col" className={classes.points}>
            {t("why.points")}
          </th>
        </tr>
      </thead>
      <tbody>
        {parts.map((part, place) => (
          <PartRow
            key={part.criterion}
            part={part}
            criterion={criteria.find(({ key }) => key === part.criterion)}
            present={present}
            points={points[place] ?? 0}
            most={most[place] ?? 0}
          />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            {t("why.total")}
          </th>
          <td className={classes.points}>
            <strong>{oneDecimal(total)}</strong> {t("why.of", { most: 100 })}
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

const short = (value: number) => (Number.isInteger(value) ? String(value) : twoDecimals(value));
const tenths = (value: number) => (Number.isInteger(value) ? String(value) : oneDecimal(value));

interface PartRowProps {
  part: Part;
  criterion: Criterion | undefined;
  /** The weights of all parts together; what is scored counts as the whole. */
  present: number;
  points: number;
  most: number;
}

function PartRow({ part, criterion, present, points, most }: PartRowProps) {
  const { t } = useTranslation("candidates");
  const localized = useLocalized();
  const { weight, inverted, teamScore } = part;
  const mean = short(teamScore.mean);
  return (
    <tr>
      <th scope="row">
        {criterion ? localized(criterion.short) : part.criterion}
        {inverted && (
          <small className={classes.note}>
            {t("why.inverted", { mean, value: short(5 - teamScore.mean) })}
          </small>
        )}
      </th>
      <td>
        <span className={classes.formula}>
          {weight} × {inverted ? `(5 − ${mean})/5` : `${mean}/5`}
          {Math.abs(present - 100) > 1e-9 && ` × 100/${short(present)}`}
        </span>
        <span className={classes.rail} style={{ width: `${most * 3}%` }} aria-hidden="true">
          <span className={classes.bar} style={{ width: `${part.value * 100}%` }} />
        </span>
      </td>
      <td className={classes.points}>
        <strong>{oneDecimal(points)}</strong> {t("why.of", { most: tenths(most) })}
      </td>
    </tr>
  );
}
