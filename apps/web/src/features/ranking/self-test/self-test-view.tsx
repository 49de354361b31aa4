import { type Judged, judge } from "@highwater/shared/ranking/self-test";
import { coreCriteria, type Rubric } from "@highwater/shared/rubrics/contract";
import { IconCircleCheck, IconCircleX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { oneDecimal } from "../../../lib/numbers";
import { LabHead } from "../../../ui/lab-head";
import { useLocalized } from "../../../ui/localized";
import { heaviest, weightsIn, weightsText } from "../studio/search";
import { Sliders } from "../studio/sliders";
import { casesIn, casesText } from "./cases";
import { CasesTable } from "./cases-table";
import type { SelfTestSearch } from "./search";
import classes from "./self-test.module.css";

interface SelfTestProps {
  team: string;
  rubric: Rubric;
  search: SelfTestSearch;
  onSearch: (search: SelfTestSearch) => void;
}

/** Whether these weights still say what the reference cases taught. Nothing of it is written anywhere. */
export function SelfTestView({ team, rubric, search, onSearch }: SelfTestProps) {
  const { t } = useTranslation("lab");
  const own = rubric.criteria.map(({ weight }) => weight);
  const weights = weightsIn({ weights: search.weights }, own.length) ?? own;
  const cases = casesIn(search);
  const judged = judge(cases, rubric.criteria, weights, heaviest);
  const held = judged.filter(({ state }) => state === "always" || state === "holds").length;
  const lacking = coreCriteria.filter((key) => !rubric.criteria.some((one) => one.key === key));
  const choose = (next: readonly number[]) =>
    onSearch({
      ...search,
      weights: weightsText(next) === weightsText(own) ? undefined : weightsText(next),
    });
  return (
    <>
      <LabHead experiment="self-test" team={team} />
      <div className={classes.page}>
        <section className={classes.verdicts}>
          <p role="status" className={classes.summary}>
            {t("selfTest.summary", { held, count: judged.length })}
          </p>
          {lacking.length > 0 && (
            <p className={classes.note}>{t("selfTest.lacking", { count: lacking.length })}</p>
          )}
          <ul className={classes.list} aria-label={t("selfTest.expectations")}>
            {judged.map((one) => (
              <Verdict key={one.key} {...{ one, rubric }} />
            ))}
          </ul>
        </section>
        <aside className={classes.side} aria-label={t("selfTest.weights")}>
          <Sliders
            rubric={rubric}
            weights={weights}
            bands={null}
            changed={search.weights !== undefined}
            onChange={choose}
          />
        </aside>
        <CasesTable
          rubric={rubric}
          cases={cases}
          changed={search.cases !== undefined}
          onChange={(next) => onSearch({ ...search, cases: casesText(next) })}
          onReset={() => onSearch({ ...search, cases: undefined })}
        />
      </div>
    </>
  );
}

interface VerdictProps {
  one: Judged;
  rubric: Rubric;
}

function Verdict({ one, rubric }: VerdictProps) {
  const { t } = useTranslation("lab");
  const localized = useLocalized();
  const criterionOf = (key: string) => {
    const found = rubric.criteria.find((other) => other.key === key);
    return found ? localized(found.short) : key;
  };
  const { state, margin, carrier, flip } = one;
  const good = state === "always" || state === "holds";
  const Sign = good ? IconCircleCheck : IconCircleX;
  const names = {
    upper: t(`selfTest.names.${one.upper}`),
    lower: t(`selfTest.names.${one.lower}`),
  };
  return (
    <li className={classes.verdict} data-good={good}>
      <Sign size={18} aria-hidden className={classes.sign} />
      <div>
        <h2>{t("selfTest.above", names)}</h2>
        <p>
          <strong>
            {t(`selfTest.states.${state}`, { points: oneDecimal(Math.abs(margin ?? 0)), ...names })}
          </strong>{" "}
          {carrier &&
            t("selfTest.carrier", {
              criterion: criterionOf(carrier.criterion),
              points: oneDecimal(carrier.points),
            })}{" "}
          {state === "holds" && !flip && t("selfTest.noFlip")}
          {flip &&
            t(flip.way === "up" ? "selfTest.flipUp" : "selfTest.flipDown", {
              criterion: criterionOf(flip.criterion),
              weight: oneDecimal(flip.weight),
            })}
        </p>
        <p className={classes.note}>
          {t(`selfTest.why.${one.key}`)}{" "}
          {t("selfTest.lines", { lines: one.lines.map((line) => `L${line}`).join(", ") })}
        </p>
      </div>
    </li>
  );
}
