import type { Session } from "@highwater/shared/team/contract";
import { Button, Group, Table, Text } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { notify } from "../../ui/notify";
import { TimeAgo } from "../../ui/time-ago";
import classes from "./member-list.module.css";
import { sessionsQuery } from "./queries";
import { Section } from "./section";
import { useEndSession } from "./session";

function useDevice() {
  const { t } = useTranslation("team");
  return ({ browser, system }: Session) => {
    if (browser && system) return t("sessions.device", { browser, system });
    return browser ?? system ?? t("sessions.unknown");
  };
}

function Row({ session }: { session: Session }) {
  const { t } = useTranslation("team");
  const device = useDevice()(session);
  const end = useEndSession();
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        {device}
        <div className={classes.dim}>
          {[session.current && t("sessions.current"), session.address].filter(Boolean).join(" · ")}
        </div>
      </Table.Th>
      <Table.Td>
        {t("sessions.lastUsed")} <TimeAgo at={session.lastUsedAt} />
        <div className={classes.dim}>
          {t("sessions.since")} <TimeAgo at={session.createdAt} />
        </div>
      </Table.Td>
      <Table.Td>
        {!session.current && (
          <Button
            variant="default"
            aria-label={`${t("sessions.end")}: ${device}`}
            loading={end.isPending}
            onClick={() =>
              end.mutate(session.id, { onSuccess: () => notify.done(t("sessions.ended")) })
            }
          >
            {t("sessions.end")}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

export function Sessions() {
  const { t } = useTranslation("team");
  const { data } = useSuspenseQuery(sessionsQuery);
  const end = useEndSession();
  const others = data.filter(({ current }) => !current).length;
  const endOthers = () =>
    end.mutate(null, { onSuccess: () => notify.done(t("sessions.endedOthers")) });
  return (
    <Section title={t("sessions.title")} hint={t("sessions.hint")}>
      <Table className={classes.people} aria-label={t("sessions.title")}>
        <Table.Tbody>
          {data.map((session) => (
            <Row key={session.id} session={session} />
          ))}
        </Table.Tbody>
      </Table>
      {others > 0 ? (
        <Group>
          <Button variant="default" loading={end.isPending} onClick={endOthers}>
            {t("sessions.endOthers")}
          </Button>
        </Group>
      ) : (
        <Text c="dimmed" size="sm">
          {t("sessions.only")}
        </Text>
      )}
    </Section>
  );
}
