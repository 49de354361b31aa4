import { TokenInput } from "@highwater/shared/team/contract";
import { Alert, Button, Checkbox, Group, NumberInput, Table, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { contractErrors } from "../../i18n/problem-text";
import { ConfirmButton } from "../../ui/confirm-button";
import { CopyField } from "../../ui/copy-field";
import { placeProblem } from "../../ui/form-problems";
import { ProblemNote } from "../../ui/problem-note";
import { TimeAgo } from "../../ui/time-ago";
import { useCreateToken, useRevokeToken } from "./mutations";
import { tokensQuery } from "./queries";
import { Section } from "./section";

function TokenForm() {
  const { t } = useTranslation("team");
  const create = useCreateToken();
  const form = useForm({
    initialValues: { name: "", readOnly: false, expiresInDays: 90 },
    validate: contractErrors(TokenInput),
  });
  const submit = form.onSubmit((values) =>
    create.mutate(values, {
      onSuccess: form.reset,
      onError: (error) => void placeProblem(form, error),
    }),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Group align="flex-start" gap="md">
        <TextInput
          label={t("tokens.name")}
          autoComplete="off"
          maxLength={120}
          flex={1}
          miw={180}
          {...form.getInputProps("name")}
        />
        <NumberInput
          label={t("tokens.days")}
          min={1}
          max={366}
          allowDecimal={false}
          w={110}
          {...form.getInputProps("expiresInDays")}
        />
        <Checkbox
          label={t("tokens.readOnly")}
          mt={28}
          {...form.getInputProps("readOnly", { type: "checkbox" })}
        />
        <Button type="submit" variant="default" mt={20} loading={create.isPending}>
          {t("tokens.create")}
        </Button>
      </Group>
      <ProblemNote error={create.error} />
      {create.data && (
        <Alert mt="lg" color="tide" title={t("tokens.ready")} role="status">
          <CopyField label={t("tokens.token")} value={create.data.token} />
        </Alert>
      )}
    </form>
  );
}

function TokenTable() {
  const { t } = useTranslation("team");
  const { data } = useSuspenseQuery(tokensQuery);
  const revoke = useRevokeToken();
  if (data.length === 0)
    return (
      <Text c="dimmed" size="sm">
        {t("tokens.none")}
      </Text>
    );
  return (
    <Table.ScrollContainer minWidth={460}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("tokens.name")}</Table.Th>
            <Table.Th>{t("tokens.token")}</Table.Th>
            <Table.Th>{t("tokens.lastUsed")}</Table.Th>
            <Table.Th>{t("tokens.expires")}</Table.Th>
            <Table.Td />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data.map((token) => (
            <Table.Tr key={token.id}>
              <Table.Th scope="row" fw={500}>
                {token.name}
                {token.readOnly && (
                  <Text span c="dimmed" size="sm">{` · ${t("tokens.readOnly")}`}</Text>
                )}
              </Table.Th>
              <Table.Td>
                <code>{token.prefix}…</code>
              </Table.Td>
              <Table.Td>
                {token.lastUsedAt ? <TimeAgo at={token.lastUsedAt} /> : t("tokens.never")}
              </Table.Td>
              <Table.Td>
                <TimeAgo at={token.expiresAt} />
              </Table.Td>
              <Table.Td ta="right">
                <ConfirmButton
                  label={t("tokens.revoke")}
                  warning={t("tokens.revokeSure", { name: token.name })}
                  loading={revoke.isPending && revoke.variables === token.id}
                  onConfirm={() => revoke.mutate(token.id)}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

export function Tokens() {
  const { t } = useTranslation("team");
  return (
    <Section title={t("tokens.title")} hint={t("tokens.hint")}>
      <TokenForm />
      <TokenTable />
    </Section>
  );
}
