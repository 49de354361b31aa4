import type { Import } from "@highwater/shared/exchange/contract";
import { Button, Table } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { icon } from "../../ui/icon";
import { UserText } from "../../ui/localized";
import { notify } from "../../ui/notify";
import { ProblemNote } from "../../ui/problem-note";
import { byKeys } from "./by-keys";
import { rowsQuery } from "./queries";
import { saveFile } from "./save-file";
import { useReason } from "./use-reason";
import classes from "./wizard.module.css";

export function RowErrors({ one }: { one: Import }) {
  const { t } = useTranslation("exchange");
  const reason = useReason();
  const rows = useInfiniteQuery(rowsQuery(one.id, "error", 50));
  const download = useMutation({
    mutationFn: () => saveFile(`/imports/${one.id}/errors.csv`, "errors.csv"),
    onError: notify.failed,
  });
  const errors = rows.data?.pages.flatMap(({ items }) => items.flatMap((row) => row.errors)) ?? [];
  return (
    <>
      <div className={classes.between}>
        <h3 id="row-errors">{t("check.errorsTitle")}</h3>
        <Button
          variant="default"
          leftSection={<IconDownload {...icon} />}
          loading={download.isPending}
          onClick={() => download.mutate()}
        >
          {t("check.download")}
        </Button>
      </div>
      <p className={classes.dim}>{t("check.errorsLead")}</p>
      {rows.error && <ProblemNote error={rows.error} onRetry={() => void rows.refetch()} />}
      <Table.ScrollContainer minWidth={520} scrollAreaProps={byKeys}>
        <Table aria-labelledby="row-errors">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("check.errorRow")}</Table.Th>
              <Table.Th>{t("check.errorColumn")}</Table.Th>
              <Table.Th>{t("check.errorValue")}</Table.Th>
              <Table.Th>{t("check.errorReason")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {errors.map((error, at) => (
              <Table.Tr key={`${error.row} ${error.column} ${at}`}>
                <Table.Th scope="row" fw={500}>
                  {error.row}
                </Table.Th>
                <Table.Td>{error.column}</Table.Td>
                <Table.Td>
                  <UserText className={classes.sample}>{error.value}</UserText>
                </Table.Td>
                <Table.Td>{reason(error)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {rows.hasNextPage && (
        <Button
          variant="default"
          className={classes.own}
          loading={rows.isFetchingNextPage}
          onClick={() => void rows.fetchNextPage()}
        >
          {t("check.more")}
        </Button>
      )}
    </>
  );
}
