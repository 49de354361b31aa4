import type { Rubric } from "@highwater/shared/rubrics/contract";
import { useTranslation } from "react-i18next";
import { useLocalized } from "../../../ui/localized";
import classes from "./compare.module.css";
import { anchorOf, onAxis, outline, ring } from "./radar-shape";
import { markOf, type Side } from "./sides";

const radius = 100;
const rings = [0.2, 0.4, 0.6, 0.8, 1];

/** Further out is better on every axis: a risk is drawn inverted. The table beside it has the same figures. */
export function Radar({ sides, criteria }: { sides: Side[]; criteria: Rubric["criteria"] }) {
  const { t } = useTranslation("compare");
  const localized = useLocalized();
  const axes = criteria.length;
  return (
    <figure className={classes.radar}>
      <svg viewBox="-170 -128 340 256" role="img" aria-label={t("radar")}>
        {rings.map((share) => (
          <polygon
            key={share}
            className={classes.ring}
            points={outline(ring(axes, share, radius))}
          />
        ))}
        {criteria.map(({ key, short, inverted }, at) => {
          const rim = onAxis(at, axes, 1, radius);
          const label = onAxis(at, axes, 1.12, radius);
          return (
            <g key={key}>
              <line className={classes.axis} x1={0} y1={0} x2={rim.x} y2={rim.y} />
              <text
                className={classes.axisName}
                x={label.x}
                y={label.y + 4}
                textAnchor={anchorOf(label)}
              >
                {localized(short)}
                {inverted && " ▽"}
              </text>
            </g>
          );
        })}
        {sides.map((side, at) => (
          <Shape key={side.id} side={side} at={at} criteria={criteria} />
        ))}
      </svg>
      <figcaption className={classes.dim}>{t("outward")}</figcaption>
    </figure>
  );
}

function Shape({ side, at, criteria }: { side: Side; at: number; criteria: Rubric["criteria"] }) {
  const scored = criteria.flatMap(({ key }, axis) => {
    const part = side.explanation?.parts.find(({ criterion }) => criterion === key);
    return part ? [onAxis(axis, criteria.length, part.value, radius)] : [];
  });
  // Each letter at a corner of its own, so that they keep out of each other's way.
  const tip = scored[at % scored.length];
  if (scored.length === 0) return null;
  return (
    <g className={classes.shape} data-side={at}>
      <polygon points={outline(scored)} />
      {scored.map(({ x, y }) => (
        <circle key={`${x} ${y}`} cx={x} cy={y} r={3} />
      ))}
      {tip && (
        <text x={tip.x + 6} y={tip.y - 4}>
          {markOf(at)}
        </text>
      )}
    </g>
  );
}
