import { readingOf } from "@highwater/shared/calibration/agreement";
import { type Agreements, mostCandidates } from "@highwater/shared/calibration/contract";
import { useQuery } from "@tanstack/react-query";
import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import { twoDecimals, whole } from "../../lib/numbers";
import { Empty } from "../../ui/empty";
import { LabHead } from "../../ui/lab-head";
import { useLocalized } from "../../ui/localized";
import { ProblemNote } from "../../ui/problem-note";
import { ScrollTable } from "../../ui/scroll-table";
import classes from "./calibration.module.css";
import { agreementQuery } from "./queries";

/** On which criteria reviewers mean the same by a level. */
export function AgreementView({ team }: { team: string }) {
  const { t } = useTranslation("lab");
  const { data, error, refetch } = useQuery(agreementQuery());
  const known = data?.items.some(({ units }) => units > 0);
  return (
    <>
      <LabHead experiment="agreement" team={team} />
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {data && !known && <Empty title={t("emptyTitle")}>{t("agreement.empty")}</Empty>}
      {data && known && (
        <div className={classes.page}>
          <p className={classes.note}>
            {t("agreement.explained")} {data.more && t("more", { count: mostCandidates })}
          </p>
          <Items items={data.items} />
        </div>
      )}
    </>
  );
}

function Items({ items }: Pick<Agreements, "items">) {
  const { t } = useTranslation("lab");
  const text = useLocalized();
  return (
    <ScrollTable label={t("agreement.table")}>
      <thead>
        <tr>
          <th scope="col">{t("criterion")}</th>
          <th scope="col">α</th>
          <th scope="col">{t("agreement.reading")}</th>
          <th scope="col">{t("agreement.units")}</th>
          <th scope="col">{t("agreement.scores")}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ criterion, name, alpha, units, scores }) => (
          <tr key={criterion}>
            <th scope="row">{text(name)}</th>
            <td>
              {alpha === null ? "–" : twoDecimals(alpha).replace("-", "−")}
              <span
                className={classes.bar}
                aria-hidden="true"
                style={{ "--share": `${100 * Math.max(0, alpha ?? 0)}%` } as CSSProperties}
              />
            </td>
            <td>{t(`agreement.is.${readingOf(alpha)}`)}</td>
            <td>{whole(units)}</td>
            <td>{whole(scores)}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}
