import type { Import } from "@highwater/shared/exchange/contract";
import { Table } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { UserText } from "../../ui/localized";
import { ProblemNote } from "../../ui/problem-note";
import { byKeys } from "./by-keys";
import { factText, flatFacts, useFactName } from "./fact-text";
import { rowsQuery } from "./queries";
import classes from "./wizard.module.css";

const sampleSize = 5;

/** A sample of what would be added, as it would be written down. */
export function ReadyRows({ one }: { one: Import }) {
  const { t } = useTranslation("exchange");
  const nameOf = useFactName(one.shape.columns);
  const rows = useInfiniteQuery(rowsQuery(one.id, "ready", sampleSize));
  const items = (rows.data?.pages[0]?.items ?? []).map((row) => ({
    ...row,
    facts: flatFacts(row.facts),
  }));
  const keys = [...new Set(items.flatMap(({ facts }) => Object.keys(facts)))].filter(
    (key) => key !== "name" && items.some(({ facts }) => factText(facts[key]) !== ""),
  );
  return (
    <>
      <h3 id="ready-rows">{t("check.sample")}</h3>
      <p className={classes.dim}>{t("check.sampleNote", { figure: items.length })}</p>
      {rows.error && <ProblemNote error={rows.error} onRetry={() => void rows.refetch()} />}
      <Table.ScrollContainer
        minWidth={Math.min(960, 120 + keys.length * 140)}
        scrollAreaProps={byKeys}
      >
        <Table aria-labelledby="ready-rows">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{nameOf("name")}</Table.Th>
              {keys.map((key) => (
                <Table.Th key={key}>{nameOf(key)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map(({ row, name, facts }) => (
              <Table.Tr key={row}>
                <Table.Th scope="row" fw={500}>
                  <UserText>{name ?? ""}</UserText>
                </Table.Th>
                {keys.map((key) => (
                  <Table.Td key={key}>
                    <UserText className={classes.sample}>{factText(facts[key])}</UserText>
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  );
}
