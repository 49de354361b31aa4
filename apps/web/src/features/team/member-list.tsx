import { type Member, type Role, roles } from "@highwater/shared/team/contract";
import { mayGrant, mayManage } from "@highwater/shared/team/policy";
import { NativeSelect, Table, Text } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { notify } from "../../ui/notify";
import { TimeAgo } from "../../ui/time-ago";
import { useChangeRole } from "./mutations";
import { membersQuery } from "./queries";
import { Section } from "./section";
import { useTeam } from "./use-team";

function RoleField({ member }: { member: Member }) {
  const { t } = useTranslation(["team", "vocabulary"]);
  const me = useTeam();
  const change = useChangeRole();
  const named = (role: Role) => t(`vocabulary:role.${role}`);
  if (!mayManage(me, member)) return named(member.role);
  const options = roles
    .filter((role) => role === member.role || mayGrant(me, role))
    .map((role) => ({ value: role, label: named(role) }));
  const onChoose = (chosen: string) => {
    const role = roles.find((one) => one === chosen);
    if (!role) return;
    change.mutate(
      { id: member.id, role },
      {
        onSuccess: () =>
          notify.done(t("members.changed", { name: member.name, role: named(role) })),
      },
    );
  };
  return (
    <NativeSelect
      aria-label={t("members.roleOf", { name: member.name })}
      data={options}
      value={change.isPending ? change.variables.role : member.role}
      disabled={change.isPending}
      onChange={(event) => onChoose(event.currentTarget.value)}
    />
  );
}

function Row({ member }: { member: Member }) {
  const { t } = useTranslation("team");
  const { memberId } = useTeam();
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        {member.name}
        {member.id === memberId && (
          <Text span c="dimmed" size="sm">{` (${t("members.you")})`}</Text>
        )}
      </Table.Th>
      <Table.Td>{member.email}</Table.Td>
      <Table.Td>
        <RoleField member={member} />
      </Table.Td>
      <Table.Td>
        <TimeAgo at={member.createdAt} />
      </Table.Td>
    </Table.Tr>
  );
}

export function MemberList() {
  const { t } = useTranslation("team");
  const { data } = useSuspenseQuery(membersQuery);
  const people = data.filter(({ sample }) => !sample);
  const samples = data.filter(({ sample }) => sample);
  return (
    <>
      <Section title={t("members.title")} hint={t("members.rolesHint")}>
        <Table.ScrollContainer minWidth={460}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t("members.name")}</Table.Th>
                <Table.Th>{t("members.email")}</Table.Th>
                <Table.Th>{t("members.role")}</Table.Th>
                <Table.Th>{t("members.joined")}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {people.map((member) => (
                <Row key={member.id} member={member} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </Section>
      {samples.length > 0 && (
        <Section title={t("members.sampleTitle")} hint={t("members.sampleHint")}>
          <ul style={{ margin: 0, paddingLeft: 18 }}>
            {samples.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
