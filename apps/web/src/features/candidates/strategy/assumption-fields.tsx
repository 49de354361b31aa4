import {
  type Assumption,
  assumptionLines,
  minutesAssumptions,
  StrategyAssumptions,
} from "@highwater/shared/candidates/strategy";
import { Button, NumberInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { figure } from "../../../lib/numbers";
import { assumptions } from "./assumptions";
import classes from "./strategy.module.css";

interface AssumptionFieldsProps {
  given: StrategyAssumptions;
  changed: boolean;
  onChange: (key: Assumption, value: number) => void;
  onReset: () => void;
}

/** Shares are read as per cent. */
const inPercent: ReadonlySet<Assumption> = new Set(["growth", "hostingLeft", "apiLeft", "cascade"]);
const inDollars: ReadonlySet<Assumption> = new Set([
  "apiPrice",
  "nodeCost",
  "fineTuning",
  "training",
]);

/** Every assumption with where it comes from. What can't be reckoned with is told beside it, and the curve stays. */
export function AssumptionFields({ given, changed, onChange, onReset }: AssumptionFieldsProps) {
  const { t } = useTranslation("lab");
  // What is typed stays as it was typed, right or wrong, until all is put back.
  const [typed, setTyped] = useState<Partial<Record<Assumption, string | number>>>({});
  return (
    <fieldset className={classes.assumptions}>
      <legend>{t("strategy.assumptions")}</legend>
      <p className={classes.note}>{t("strategy.assumptionsHint")}</p>
      {assumptions.map((key) => (
        <Field
          key={key}
          name={key}
          typed={typed[key] ?? rounded(given[key] * scaleOf(key))}
          onType={(next) => {
            setTyped({ ...typed, [key]: next });
            const read = readAs(key, next);
            if (read !== undefined) onChange(key, read);
          }}
        />
      ))}
      <Button
        variant="default"
        disabled={!changed && Object.keys(typed).length === 0}
        onClick={() => {
          setTyped({});
          onReset();
        }}
      >
        {t("strategy.reset")}
      </Button>
    </fieldset>
  );
}

const rounded = (value: number) => Number(value.toPrecision(12));
const scaleOf = (name: Assumption) => (inPercent.has(name) ? 100 : 1);

/** The assumption that was typed, where it can be reckoned with. */
function readAs(name: Assumption, typed: string | number): number | undefined {
  const number = typed === "" ? Number.NaN : Number(typed) / scaleOf(name);
  const read = StrategyAssumptions.shape[name].safeParse(number);
  return read.success ? read.data : undefined;
}

interface FieldProps {
  name: Assumption;
  typed: string | number;
  onType: (typed: string | number) => void;
}

function Field({ name, typed, onType }: FieldProps) {
  const { t } = useTranslation("lab");
  const line = assumptionLines[name];
  const [before, after] = [inDollars.has(name) ? "$" : "", inPercent.has(name) ? " %" : ""];
  const usual = `${before}${figure(rounded(minutesAssumptions[name] * scaleOf(name)))}${after}`;
  return (
    <NumberInput
      label={t(`strategy.fields.${name}`)}
      description={
        line === null ? t("strategy.ours", { usual }) : t("strategy.fromLine", { usual, line })
      }
      suffix={after}
      prefix={before}
      thousandSeparator=","
      value={typed}
      onChange={onType}
      error={readAs(name, typed) === undefined ? t(`strategy.wrong.${wrongOf(name)}`) : undefined}
    />
  );
}

const wrongOf = (name: Assumption) =>
  inPercent.has(name) ? "share" : name === "nodeCapacity" ? "capacity" : "amount";
