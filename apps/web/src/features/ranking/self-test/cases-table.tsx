import type { ReferenceCase } from "@highwater/shared/ranking/reference";
import { coreCriteria, type Rubric } from "@highwater/shared/rubrics/contract";
import { Button, NativeSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useLocalized } from "../../../ui/localized";
import { ScrollTable } from "../../../ui/scroll-table";
import classes from "./self-test.module.css";

interface CasesTableProps {
  rubric: Rubric;
  cases: readonly ReferenceCase[];
  changed: boolean;
  onChange: (cases: ReferenceCase[]) => void;
  onReset: () => void;
}

const levels = ["0", "1", "2", "3", "4", "5"];

/** The team's own reading of the reference cases, kept in the address alone. */
export function CasesTable({ rubric, cases, changed, onChange, onReset }: CasesTableProps) {
  const { t } = useTranslation("lab");
  const localized = useLocalized();
  const criteria = rubric.criteria.flatMap(({ key, short, inverted }) => {
    const core = coreCriteria.find((one) => one === key);
    return core ? [{ key: core, name: inverted ? `${localized(short)} ▽` : localized(short) }] : [];
  });
  const set = (at: number, key: (typeof coreCriteria)[number], level: number) =>
    onChange(
      cases.map((one, row) =>
        row === at ? { ...one, scores: { ...one.scores, [key]: level } } : one,
      ),
    );
  return (
    <section className={classes.cases}>
      <div className={classes.casesHead}>
        <h2>{t("selfTest.cases")}</h2>
        <Button variant="subtle" size="compact-sm" disabled={!changed} onClick={onReset}>
          {t("selfTest.reset")}
        </Button>
      </div>
      <p className={classes.note}>{t("selfTest.casesHint")}</p>
      <ScrollTable label={t("selfTest.cases")}>
        <thead>
          <tr>
            <th scope="col">{t("selfTest.case")}</th>
            {criteria.map(({ key, name }) => (
              <th key={key} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cases.map((one, at) => (
            <tr key={one.key}>
              <th scope="row">{t(`selfTest.names.${one.key}`)}</th>
              {criteria.map(({ key, name }) => (
                <td key={key}>
                  <NativeSelect
                    size="xs"
                    data={levels}
                    value={String(one.scores[key])}
                    aria-label={t("selfTest.level", {
                      name: t(`selfTest.names.${one.key}`),
                      criterion: name,
                    })}
                    onChange={({ currentTarget }) => set(at, key, Number(currentTarget.value))}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </section>
  );
}
