import type { Band } from "@highwater/shared/ranking/flips";
import type { Rubric } from "@highwater/shared/rubrics/contract";
import { Button, Slider } from "@mantine/core";
import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import { oneDecimal, percent } from "../../../lib/numbers";
import { useLocalized } from "../../../ui/localized";
import { heaviest } from "./search";
import classes from "./studio.module.css";

interface SlidersProps {
  rubric: Rubric;
  weights: readonly number[];
  /** Null where nothing is measured between them, undefined while it is worked out. */
  bands: readonly Band[] | undefined | null;
  changed: boolean;
  onChange: (weights: number[]) => void;
}

/** One slider a criterion. The band beneath it: as far as it may move before the top changes. */
export function Sliders({ rubric, weights, bands, changed, onChange }: SlidersProps) {
  const { t } = useTranslation("studio");
  const localized = useLocalized();
  const { criteria, presets } = rubric;
  const set = (at: number, weight: number) =>
    onChange(weights.map((one, index) => (index === at ? weight : one)));
  return (
    <fieldset className={classes.sliders}>
      <legend>{t("weights")}</legend>
      <div className={classes.presets}>
        {presets.map(({ key, name, why, weights: preset }) => (
          <Button
            key={key}
            variant="default"
            size="compact-sm"
            title={localized(why)}
            onClick={() => onChange(criteria.map((one) => preset[one.key] ?? 0))}
          >
            {localized(name)}
          </Button>
        ))}
        <Button
          variant="subtle"
          size="compact-sm"
          disabled={!changed}
          onClick={() => onChange(criteria.map(({ weight }) => weight))}
        >
          {t("reset")}
        </Button>
      </div>
      {criteria.map(({ key, short, inverted }, at) => (
        <Weight
          key={key}
          name={inverted ? `${localized(short)} ▽` : localized(short)}
          weight={weights[at] ?? 0}
          sum={weights.reduce((sum, one) => sum + one, 0)}
          band={bands?.[at]}
          onChange={(weight) => set(at, weight)}
        />
      ))}
      {bands !== null && <p className={classes.dim}>{t("bandIs")}</p>}
    </fieldset>
  );
}

interface WeightProps {
  name: string;
  weight: number;
  sum: number;
  band: Band | undefined;
  onChange: (weight: number) => void;
}

function Weight({ name, weight, sum, band, onChange }: WeightProps) {
  const { t } = useTranslation("studio");
  const stable = band && t("stable", { low: oneDecimal(band.low), high: oneDecimal(band.high) });
  return (
    <div className={classes.weight}>
      <span className={classes.weightName}>{name}</span>
      <span className={classes.weightFigure}>
        {weight} <span className={classes.dim}>{percent(weight / sum)}</span>
      </span>
      <div className={classes.track}>
        <Slider
          min={0}
          max={heaviest}
          value={weight}
          onChange={onChange}
          label={null}
          size="sm"
          thumbLabel={t("weightOf", { name })}
          aria-description={stable}
        />
        {band && (
          <span
            className={classes.band}
            title={stable}
            style={{ "--low": band.low, "--high": band.high } as CSSProperties}
          />
        )}
      </div>
    </div>
  );
}
