import type { Member } from "@highwater/shared/team/contract";
import { Table, Text } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { TimeAgo } from "../../ui/time-ago";
import { useBar } from "./bar";
import { MemberDeeds } from "./member-deeds";
import classes from "./member-list.module.css";
import { membersQuery } from "./queries";
import { RoleField } from "./role-field";
import { Section } from "./section";
import { useTeam } from "./use-team";

function Row({ member, members }: { member: Member; members: readonly Member[] }) {
  const { t } = useTranslation("team");
  const { memberId } = useTeam();
  const bar = useBar(member, members);
  return (
    <Table.Tr data-suspended={member.suspendedAt !== null || undefined}>
      <Table.Th scope="row" fw={500}>
        {member.name}
        {member.id === memberId && (
          <Text span c="dimmed" size="sm">{` (${t("members.you")})`}</Text>
        )}
        <div className={classes.dim}>{member.email}</div>
        <div className={classes.dim}>
          {member.suspendedAt ? (
            <>
              {t("members.suspended")} <TimeAgo at={member.suspendedAt} />
            </>
          ) : (
            <>
              {t("members.joined")} <TimeAgo at={member.createdAt} />
            </>
          )}
        </div>
      </Table.Th>
      <Table.Td>
        <RoleField member={member} bar={bar} />
      </Table.Td>
      <Table.Td>
        <MemberDeeds member={member} bar={bar} />
      </Table.Td>
    </Table.Tr>
  );
}

function People({ people }: { people: readonly Member[] }) {
  const { t } = useTranslation("team");
  return (
    <Table verticalSpacing="sm" className={classes.people}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("members.name")}</Table.Th>
          <Table.Th>{t("members.role")}</Table.Th>
          <Table.Th>{t("members.standing")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {people.map((member) => (
          <Row key={member.id} member={member} members={people} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** Who belongs to the team; apart from them who did, and whom the sample brought. */
export function MemberList() {
  const { t } = useTranslation("team");
  const { data } = useSuspenseQuery(membersQuery);
  const samples = data.filter(({ sample }) => sample);
  const removed = data.filter(({ removedAt }) => removedAt !== null);
  const people = data.filter(({ sample, removedAt }) => !sample && removedAt === null);
  return (
    <>
      <Section title={t("members.title")} hint={t("members.rolesHint")}>
        <People people={people} />
      </Section>
      {removed.length > 0 && (
        <Section title={t("members.removedTitle")} hint={t("members.removedHint")}>
          <ul className={classes.list}>
            {removed.map(({ id, name, removedAt }) => (
              <li key={id}>
                {name}{" "}
                <span className={classes.dim}>
                  {t("members.removed")} <TimeAgo at={removedAt ?? ""} />
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {samples.length > 0 && (
        <Section title={t("members.sampleTitle")} hint={t("members.sampleHint")}>
          <ul className={classes.list}>
            {samples.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
