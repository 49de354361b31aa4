import type { Explanation } from "@highwater/shared/ranking/contract";
import type { Rubric } from "@highwater/shared/rubrics/contract";
import { useTranslation } from "react-i18next";
import { oneDecimal } from "../../lib/numbers";
import { useLocalized } from "../../ui/localized";
import { ScoreCell } from "../../ui/score-cell";
import classes from "./peek.module.css";

type Part = Explanation["parts"][number];

interface PartsProps {
  parts: Part[];
  rubric: Rubric;
}

/** What each criterion gives to the total. A track is as wide as its weight, its fill the points. */
export function PeekParts({ parts, rubric }: PartsProps) {
  const { t } = useTranslation("ranking");
  if (parts.length === 0) return <p className={classes.dim}>{t("peek.noScores")}</p>;
  const widest = Math.max(...parts.map(({ most }) => most), 1);
  return (
    <section>
      <h3 className={classes.label}>{t("peek.points")}</h3>
      <ul className={classes.parts}>
        {rubric.criteria.map((criterion) => {
          const part = parts.find((one) => one.criterion === criterion.key);
          return <PartRow key={criterion.key} criterion={criterion} part={part} widest={widest} />;
        })}
      </ul>
    </section>
  );
}

interface PartRowProps {
  criterion: Rubric["criteria"][number];
  part: Part | undefined;
  widest: number;
}

function PartRow({ criterion, part, widest }: PartRowProps) {
  const { t } = useTranslation("ranking");
  const localized = useLocalized();
  const name = localized(criterion.short);
  const figures = { points: oneDecimal(part?.points ?? 0), most: oneDecimal(part?.most ?? 0) };
  return (
    <li className={classes.part}>
      <span title={localized(criterion.name)}>
        {name}
        {criterion.inverted && <span className={classes.dim}> ▽</span>}
      </span>
      <ScoreCell name={name} value={part?.teamScore.mean} inverted={criterion.inverted} />
      <span className={classes.trackRoom} aria-hidden="true">
        {part && (
          <span className={classes.track} style={{ width: `${(100 * part.most) / widest}%` }}>
            <span className={classes.fill} style={{ width: `${100 * part.value}%` }} />
          </span>
        )}
      </span>
      <span
        className={classes.points}
        role="img"
        aria-label={t("peek.pointsLabel", { name, ...figures })}
      >
        {part ? (
          <>
            <b>{figures.points}</b> / {Math.round(part.most)}
          </>
        ) : (
          "–"
        )}
      </span>
    </li>
  );
}
