import {
  type Assumption,
  type CostCurve,
  cheaperFrom,
  cheapestAt,
  costsOf,
  months,
  type Strategy,
  strategies,
} from "@highwater/shared/candidates/strategy";
import { useTranslation } from "react-i18next";
import { LabHead } from "../../../ui/lab-head";
import { ScrollTable } from "../../../ui/scroll-table";
import { AssumptionFields } from "./assumption-fields";
import { assumptionsIn, searchFor } from "./assumptions";
import { CostChart } from "./cost-chart";
import { FineTuningCard } from "./fine-tuning-card";
import { dollars } from "./money";
import type { StrategySearch } from "./search";
import classes from "./strategy.module.css";

interface StrategyViewProps {
  team: string;
  search: StrategySearch;
  onSearch: (search: StrategySearch) => void;
}

/** What each way to a model costs, month by month, under assumptions that anybody may change. Nothing is written. */
export function StrategyView({ team, search, onSearch }: StrategyViewProps) {
  const { t } = useTranslation("lab");
  const given = assumptionsIn(search);
  const costs = costsOf(given);
  const change = (key: Assumption, value: number) =>
    onSearch(searchFor({ ...given, [key]: value }));
  return (
    <>
      <LabHead experiment="strategy" team={team} />
      <div className={classes.page}>
        <AssumptionFields
          given={given}
          changed={Object.keys(searchFor(given)).length > 0}
          onChange={change}
          onReset={() => onSearch({})}
        />
        <div className={classes.results}>
          <p role="status" className={classes.cheapest}>
            {t("strategy.cheapest", {
              first: t(`strategy.names.${cheapestAt(costs, 1)}`),
              last: t(`strategy.names.${cheapestAt(costs, months)}`),
              months,
            })}
          </p>
          <CostChart costs={costs} />
          <Crossings costs={costs} />
          <CostTable costs={costs} />
          <FineTuningCard />
        </div>
      </div>
    </>
  );
}

type Costs = Record<Strategy, CostCurve>;

function Crossings({ costs }: { costs: Costs }) {
  const { t } = useTranslation("lab");
  const others = strategies.filter((one) => one !== "api");
  return (
    <ul className={classes.crossings}>
      {others.map((one) => {
        const month = cheaperFrom(costs[one], costs.api);
        const names = { one: t(`strategy.names.${one}`), other: t("strategy.names.api") };
        return (
          <li key={one}>
            {month === null
              ? t("strategy.neverCheaper", { ...names, months })
              : t("strategy.cheaperFrom", { ...names, month })}
          </li>
        );
      })}
    </ul>
  );
}

/** The curve in figures, the first month and every quarter. */
function CostTable({ costs }: { costs: Costs }) {
  const { t } = useTranslation("lab");
  const shown = [1, ...Array.from({ length: months / 3 }, (_, quarter) => 3 * (quarter + 1))];
  return (
    <ScrollTable label={t("strategy.table")}>
      <thead>
        <tr>
          <th scope="col">{t("strategy.month")}</th>
          {strategies.map((one) => (
            <th key={one} scope="col">
              {t(`strategy.names.${one}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map((month) => (
          <tr key={month}>
            <th scope="row">{month}</th>
            {strategies.map((one) => (
              <td key={one}>{dollars(costs[one].cumulative[month - 1] ?? 0)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}
