import type { Text } from "@highwater/shared/kernel/contract";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { whole } from "../../lib/numbers";
import { UserText, useLocalized } from "../../ui/localized";
import { ProblemNote } from "../../ui/problem-note";
import { ScrollTable } from "../../ui/scroll-table";
import { groupQuery } from "./queries";

const mean = (values: readonly number[]) =>
  values.reduce((sum, one) => sum + one, 0) / values.length;

/** Everyone's weights beside each other, with their mean and how far apart they lie. */
export function GroupTable({ criteria }: { criteria: readonly { key: string; name: Text }[] }) {
  const { t } = useTranslation("lab");
  const text = useLocalized();
  const { data, error, refetch } = useQuery(groupQuery());
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />;
  if (!data?.finished) return null;
  const columns = data.criteria.map((_, at) => data.members.map(({ weights }) => weights[at] ?? 0));
  const apart = columns.map((values) => Math.max(...values) - Math.min(...values));
  const most = Math.max(...apart);
  return (
    <section>
      <h2>{t("tradeOffs.group", { count: data.members.length })}</h2>
      <ScrollTable label={t("tradeOffs.groupTable")}>
        <thead>
          <tr>
            <th scope="col">{t("tradeOffs.member")}</th>
            {criteria.map(({ key, name }) => (
              <th key={key} scope="col">
                {text(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.members.map(({ id, name, weights }) => (
            <tr key={id}>
              <th scope="row">
                <UserText>{name}</UserText>
              </th>
              {weights.map((weight, at) => (
                <td key={data.criteria[at]}>{weight} %</td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("tradeOffs.mean")}</th>
            {columns.map((values, at) => (
              <td key={data.criteria[at]}>{whole(Math.round(mean(values)))} %</td>
            ))}
          </tr>
          <tr>
            <th scope="row">{t("tradeOffs.apart")}</th>
            {apart.map((points, at) => (
              <td key={data.criteria[at]}>
                {points > 0 && points === most ? <strong>{points}</strong> : points}
              </td>
            ))}
          </tr>
        </tfoot>
      </ScrollTable>
    </section>
  );
}
