import { Email, InvitationInput, type Role, roles } from "@highwater/shared/team/contract";
import { mayGrant } from "@highwater/shared/team/policy";
import { Alert, Button, Group, NativeSelect, Table, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { contractErrors } from "../../i18n/problem-text";
import { CopyField } from "../../ui/copy-field";
import { placeProblem } from "../../ui/form-problems";
import { ProblemNote } from "../../ui/problem-note";
import { TimeAgo } from "../../ui/time-ago";
import classes from "./member-list.module.css";
import { useInvite, useWithdraw } from "./mutations";
import { invitationsQuery } from "./queries";
import { Section } from "./section";
import { useTeam } from "./use-team";

const FormInput = InvitationInput.extend({ email: z.literal("").or(Email) });

function InviteForm() {
  const { t } = useTranslation(["team", "common", "vocabulary"]);
  const me = useTeam();
  const invite = useInvite();
  const initialValues: { role: Role; email: string } = { role: "reviewer", email: "" };
  const form = useForm({ initialValues, validate: contractErrors(FormInput) });
  const submit = form.onSubmit(({ role, email }) =>
    invite.mutate(
      { role, email: email || undefined },
      { onSuccess: form.reset, onError: (error) => void placeProblem(form, error) },
    ),
  );
  const options = roles
    .filter((role) => mayGrant(me, role))
    .map((role) => ({ value: role, label: t(`vocabulary:role.${role}`) }));
  return (
    <form onSubmit={submit} noValidate>
      <Group align="flex-start" gap="md">
        <NativeSelect
          label={t("invitations.role")}
          data={options}
          {...form.getInputProps("role")}
        />
        <TextInput
          label={`${t("invitations.email")} (${t("common:state.optional")})`}
          type="email"
          autoComplete="off"
          flex={1}
          miw={200}
          {...form.getInputProps("email")}
        />
        <Button type="submit" mt={20} loading={invite.isPending}>
          {t("invitations.create")}
        </Button>
      </Group>
      <ProblemNote error={invite.error} />
      {invite.data && (
        <Alert mt="lg" color="tide" title={t("invitations.ready")} role="status">
          <CopyField label={t("invitations.link")} value={invite.data.url} />
        </Alert>
      )}
    </form>
  );
}

function Pending() {
  const { t } = useTranslation(["team", "vocabulary"]);
  const { data } = useSuspenseQuery(invitationsQuery);
  const withdraw = useWithdraw();
  if (data.length === 0) return null;
  return (
    <Table className={classes.people} aria-label={t("invitations.pending")}>
      <Table.Tbody>
        {data.map(({ id, role, email, expiresAt }) => (
          <Table.Tr key={id}>
            <Table.Td>{t(`vocabulary:role.${role}`)}</Table.Td>
            <Table.Td>{email ?? t("invitations.anyone")}</Table.Td>
            <Table.Td>
              <Text span c="dimmed" size="sm">
                {t("invitations.expires")} <TimeAgo at={expiresAt} />
              </Text>
            </Table.Td>
            <Table.Td ta="right">
              <Button
                variant="default"
                loading={withdraw.isPending && withdraw.variables === id}
                onClick={() => withdraw.mutate(id)}
              >
                {t("invitations.withdraw")}
              </Button>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

export function Invitations() {
  const { t } = useTranslation("team");
  return (
    <Section title={t("invitations.title")} hint={t("invitations.hint")}>
      <InviteForm />
      <Pending />
    </Section>
  );
}
