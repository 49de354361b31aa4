import { useNavigate } from "@tanstack/react-router";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { oneDecimal } from "../../../lib/numbers";
import { guessLanguage } from "../../../ui/localized";
import classes from "./matrix.module.css";
import { apart, type Spot } from "./points";
import type { MatrixSearch } from "./search";

interface PlotProps {
  team: string;
  spots: Spot[];
  names: { x: string; y: string };
  quadrants: readonly [string, string, string, string];
  search: MatrixSearch;
}

const width = 720;
const height = 480;
const frame = { left: 44, right: 16, top: 16, bottom: 40 };
const across = (share: number) => frame.left + share * (width - frame.left - frame.right);
const up = (share: number) => height - frame.bottom - share * (height - frame.top - frame.bottom);

/** Better is to the right and up on every axis. Tab walks the candidates in the order of their ranks. */
export function Plot({ team, spots, names, quadrants, search }: PlotProps) {
  const { t } = useTranslation("matrix");
  const moves = apart(spots);
  const labelled = spots.length <= 24;
  const corners = [
    { x: 0.01, y: 0.97, anchor: "start" },
    { x: 0.99, y: 0.97, anchor: "end" },
    { x: 0.01, y: 0.02, anchor: "start" },
    { x: 0.99, y: 0.02, anchor: "end" },
  ] as const;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing is no fieldset.
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className={classes.plot}
      role="group"
      aria-label={t("plot", names)}
    >
      <rect
        className={classes.frame}
        x={across(0)}
        y={up(1)}
        width={across(1) - across(0)}
        height={up(0) - up(1)}
      />
      <line className={classes.middle} x1={across(0.5)} x2={across(0.5)} y1={up(0)} y2={up(1)} />
      <line className={classes.middle} x1={across(0)} x2={across(1)} y1={up(0.5)} y2={up(0.5)} />
      {corners.map(({ x, y, anchor }, at) => (
        <text
          key={`${x} ${y}`}
          className={classes.quadrant}
          x={across(x)}
          y={up(y) + 4}
          textAnchor={anchor}
        >
          {quadrants[at]}
        </text>
      ))}
      <text className={classes.axis} x={across(1)} y={height - 12} textAnchor="end">
        {names.x} →
      </text>
      <text className={classes.axis} x={-up(1)} y={18} textAnchor="end" transform="rotate(-90)">
        {names.y} →
      </text>
      {spots.map((spot) => (
        <Bubble
          key={spot.id}
          {...{ team, spot, search, names, labelled }}
          dx={moves.get(spot)?.dx ?? 0}
          dy={moves.get(spot)?.dy ?? 0}
        />
      ))}
    </svg>
  );
}

interface BubbleProps extends Pick<PlotProps, "team" | "search" | "names"> {
  spot: Spot;
  dx: number;
  dy: number;
  labelled: boolean;
}

function Bubble({ team, spot, search, names, labelled, dx, dy }: BubbleProps) {
  const { t } = useTranslation("matrix");
  const navigate = useNavigate();
  const open = () => void navigate({ to: "/t/$team/c/$id", params: { team, id: spot.id } });
  const x = across(spot.x) + dx;
  const y = up(spot.y) + dy;
  const radius = search.size === "none" ? 6 : 4 + 2 * Math.sqrt(spot.reviews);
  const label = t("spot", {
    name: spot.name,
    rank: spot.rank,
    x: `${names.x} ${oneDecimal(spot.shown.x)}`,
    y: `${names.y} ${oneDecimal(spot.shown.y)}`,
  });
  const byTotal = search.colour === "total";
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") open();
  };
  const right = x < width - 150;
  return (
    // biome-ignore lint/a11y/useSemanticElements: an SVG has no <a> of our router.
    <g
      className={classes.bubble}
      role="link"
      tabIndex={0}
      aria-label={label}
      onClick={open}
      onKeyDown={onKeyDown}
    >
      <title>{label}</title>
      <circle
        cx={x}
        cy={y}
        r={radius}
        style={
          byTotal
            ? { fill: `var(--hw-score-${Math.round(spot.total / 20)})` }
            : { fill: `var(--hw-stage-${spot.stage ?? "inbox"})` }
        }
      />
      <text
        className={labelled ? classes.name : classes.hovered}
        x={right ? x + radius + 4 : x - radius - 4}
        y={y + 4}
        textAnchor={right ? "start" : "end"}
        lang={guessLanguage(spot.name)}
      >
        {spot.name.length > 17 ? `${spot.name.slice(0, 16)}…` : spot.name}
      </text>
    </g>
  );
}
