import type { Import } from "@highwater/shared/exchange/contract";
import { Button, Table } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { LinkAnchor } from "../../ui/link";
import { UserText } from "../../ui/localized";
import { ProblemNote } from "../../ui/problem-note";
import { TimeAgo } from "../../ui/time-ago";
import { useUndoImport } from "./deeds";
import { useOutcome } from "./outcome";
import { importsQuery } from "./queries";
import classes from "./start.module.css";

export function ImportList({ team }: { team: string }) {
  const { t } = useTranslation("exchange");
  const { data, error, refetch } = useQuery(importsQuery());
  return (
    <section className={classes.earlier} aria-labelledby="earlier-imports">
      <h2 id="earlier-imports">{t("list.title")}</h2>
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {data?.items.length === 0 && <p className={classes.hint}>{t("list.empty")}</p>}
      {data && data.items.length > 0 && (
        <Table.ScrollContainer minWidth={560}>
          <Table aria-labelledby="earlier-imports">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t("list.file")}</Table.Th>
                <Table.Th>{t("list.state")}</Table.Th>
                <Table.Th>{t("list.outcome")}</Table.Th>
                <Table.Th>{t("list.when")}</Table.Th>
                <Table.Td />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.items.map((one) => (
                <Row key={one.id} one={one} team={team} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </section>
  );
}

function Row({ one, team }: { one: Import; team: string }) {
  const { t } = useTranslation("exchange");
  const outcome = useOutcome();
  const undo = useUndoImport();
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        <LinkAnchor fz="sm" to="/t/$team/import/$id" params={{ team, id: one.id }}>
          <UserText>{one.fileName}</UserText>
        </LinkAnchor>
      </Table.Th>
      <Table.Td>{t(`state.${one.state}`)}</Table.Td>
      <Table.Td>{outcome(one)}</Table.Td>
      <Table.Td>
        <TimeAgo at={one.createdAt} /> · {t("list.by", { name: one.by.name })}
      </Table.Td>
      <Table.Td ta="right">
        {one.state === "committed" && (
          <Button
            variant="default"
            loading={undo.isPending}
            aria-label={t("list.undoNamed", { name: one.fileName })}
            onClick={() => undo.mutate(one.id)}
          >
            {t("list.undo")}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
