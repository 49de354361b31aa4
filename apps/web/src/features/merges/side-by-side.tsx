import type { Candidate, CandidatePatch } from "@highwater/shared/candidates/contract";
import { Button, Radio } from "@mantine/core";
import { IconArrowsExchange } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { icon } from "../../ui/icon";
import { ProblemNote } from "../../ui/problem-note";
import {
  chosenFacts,
  compare,
  type Difference,
  type FactKey,
  proposed,
  type Side,
} from "./differences";
import classes from "./merges.module.css";

interface SideBySideProps {
  from: Candidate;
  into: Candidate;
  /** What else goes along, in figures. */
  along: { evidence: number; trials: number; reviews: number };
  nameOf: (key: FactKey) => string;
  textOf: (key: FactKey, value: unknown) => string;
  merging: { isPending: boolean; error: unknown };
  onSwap: () => void;
  onMerge: (facts: CandidatePatch) => void;
}

export function SideBySide({ from, into, along, onSwap, onMerge, ...rest }: SideBySideProps) {
  const { t } = useTranslation("merges");
  const { differing, equal } = useMemo(() => compare(from, into), [from, into]);
  const [choices, setChoices] = useState<Record<string, Side>>({});
  const { nameOf, textOf, merging } = rest;
  return (
    <div className={classes.sides}>
      <p className={classes.lead}>{t("lead", { from: from.name, into: into.name })}</p>
      <Button
        variant="default"
        className={classes.swap}
        leftSection={<IconArrowsExchange {...icon} />}
        onClick={onSwap}
      >
        {t("swap", { name: from.name })}
      </Button>
      {differing.map((one) => (
        <Fact
          key={one.key}
          difference={one}
          label={nameOf(one.key)}
          names={{ from: from.name, into: into.name }}
          textOf={textOf}
          choice={choices[one.key] ?? proposed(one)}
          onChoose={(side) => setChoices({ ...choices, [one.key]: side })}
        />
      ))}
      {equal.length > 0 && (
        <details className={classes.equal}>
          <summary>{t("equal", { count: equal.length })}</summary>
          <dl>
            {equal.map(({ key, into: value }) => (
              <div key={key}>
                <dt>{nameOf(key)}</dt>
                <dd className={classes.text}>{textOf(key, value)}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      <p className={classes.lead}>{t("along", along)}</p>
      {merging.error !== null && <ProblemNote error={merging.error} />}
      <div className={classes.foot}>
        <Button
          loading={merging.isPending}
          onClick={() => onMerge(chosenFacts(differing, choices))}
        >
          {t("merge")}
        </Button>
      </div>
    </div>
  );
}

interface FactProps {
  difference: Difference;
  label: string;
  names: Record<Side, string>;
  textOf: (key: FactKey, value: unknown) => string;
  choice: Side;
  onChoose: (side: Side) => void;
}

function Fact({ difference, label, names, textOf, choice, onChoose }: FactProps) {
  const { key } = difference;
  return (
    <Radio.Group
      label={label}
      value={choice}
      onChange={(value) => onChoose(value === "from" ? "from" : "into")}
    >
      <div className={classes.versions}>
        {(["into", "from"] as const).map((side) => (
          <div key={side} className={classes.version} data-chosen={choice === side || undefined}>
            <Radio value={side} label={names[side]} aria-describedby={`${key}-${side}`} />
            <span id={`${key}-${side}`} className={classes.text}>
              {textOf(key, difference[side])}
            </span>
          </div>
        ))}
      </div>
    </Radio.Group>
  );
}
