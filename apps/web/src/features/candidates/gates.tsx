import type { Explanation, GateState } from "@highwater/shared/ranking/contract";
import type { Criterion } from "@highwater/shared/rubrics/contract";
import type { Icon } from "@tabler/icons-react";
import {
  IconCheck,
  IconCircleDashed,
  IconFlag,
  IconMinus,
  IconQuestionMark,
  IconX,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { currentLocale } from "../../i18n/i18n";
import { icon } from "../../ui/icon";
import { useLocalized } from "../../ui/localized";
import classes from "./gates.module.css";

type Gate = Explanation["gates"][number];

interface GatesProps {
  gates: Gate[];
  criteria: Criterion[];
}

const signs: Record<GateState, Icon> = {
  pass: IconCheck,
  fail: IconX,
  unmet: IconCircleDashed,
  flag: IconFlag,
  clear: IconMinus,
  unknown: IconQuestionMark,
};

const raised = (state: GateState) => state === "fail" || state === "flag" || state === "unmet";

/** The gates flag and bind the decision; the total knows nothing of them. Raised ones lie open. */
export function Gates({ gates, criteria }: GatesProps) {
  const { t } = useTranslation("candidates");
  return (
    <div>
      <h3 className={classes.title}>{t("gates.title")}</h3>
      <p className={classes.dim}>{t("gates.lead")}</p>
      <ul className={classes.list}>
        {gates.map((one) => (
          <li key={one.gate.key}>
            <GateItem one={one} criteria={criteria} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function GateItem({ one, criteria }: { one: Gate; criteria: Criterion[] }) {
  const { t } = useTranslation("candidates");
  const localized = useLocalized();
  const { gate, state } = one;
  const Sign = signs[state];
  return (
    <details className={classes.gate} open={raised(state)}>
      <summary className={classes.summary}>
        <span className={classes.code}>{gate.code}</span>
        <span className={classes.name}>{localized(gate.name)}</span>
        <span className={classes.state} data-raised={raised(state) || undefined}>
          <Sign {...icon} size={14} />
          {t(`gates.state.${state}`)}
        </span>
        <Values values={one.values} criteria={criteria} />
      </summary>
      <div className={classes.body}>
        <p>{localized(gate.rule)}</p>
        <p>{localized(gate.effect)}</p>
        <blockquote className={classes.quote}>
          <p lang="zh-CN">“{gate.citation.zh}”</p>
          {currentLocale() === "en" && <p className={classes.dim}>{gate.citation.en}</p>}
          <footer className={classes.dim}>{t("gates.line", { line: gate.citation.line })}</footer>
        </blockquote>
      </div>
    </details>
  );
}

const marks = ["thinWrapper", "pathTo90", "partners", "regulatedBuyer", "apiOnly"] as const;
const numbers = ["qualityNow", "reviews", "firstHandTrials", "spread"] as const;

const isOf = <T extends string>(list: readonly T[], key: string): key is T =>
  (list as readonly string[]).includes(key);

/** The numbers that the rule compared. */
function Values({ values, criteria }: { values: Gate["values"]; criteria: Criterion[] }) {
  const { t } = useTranslation("candidates");
  const localized = useLocalized();
  const said = Object.entries(values).map(([key, value]) => {
    const criterion = criteria.find((one) => one.key === key);
    if (criterion) return `${localized(criterion.short)} ${value ?? "–"}`;
    if (isOf(marks, key)) {
      const word = value === null ? t("gates.unknown") : t(value === 1 ? "yes" : "no");
      return t("gates.pair", { name: t(`gates.value.${key}`), word });
    }
    if (isOf(numbers, key)) return `${t(`gates.value.${key}`)} ${value ?? "–"}`;
    return `${key} ${value ?? "–"}`;
  });
  return <span className={classes.values}>{said.join(" · ")}</span>;
}
