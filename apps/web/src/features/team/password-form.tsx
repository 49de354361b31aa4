import { PasswordInput } from "@highwater/shared/team/contract";
import { Button, Group, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { contractErrors } from "../../i18n/problem-text";
import { isProblem } from "../../lib/api-problem";
import { focusFirstError, placeProblem } from "../../ui/form-problems";
import { notify } from "../../ui/notify";
import { PasswordField } from "../../ui/password-field";
import { ProblemNote } from "../../ui/problem-note";
import { Section } from "./section";
import { useChangePassword } from "./session";
import { useMe } from "./use-team";

export function PasswordForm() {
  const { t } = useTranslation("team");
  const { user } = useMe();
  const change = useChangePassword();
  const form = useForm({
    initialValues: { current: "", new: "" },
    validate: contractErrors(PasswordInput),
  });
  const done = () => {
    form.reset();
    notify.done(t("password.changed"));
  };
  const submit = form.onSubmit(
    (values) =>
      change.mutate(values, {
        onSuccess: done,
        onError: (error) => void placeProblem(form, error),
      }),
    (errors) => focusFirstError(form, errors),
  );
  const placed = isProblem(change.error) && change.error.errors.length > 0;
  return (
    <Section title={t("password.title")} hint={t("password.hint")}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md" maw={400}>
          {!placed && <ProblemNote error={change.error} />}
          {/* So that a password manager knows whose password this is. */}
          <input type="email" autoComplete="username" value={user.email} readOnly hidden />
          <PasswordField
            label={t("password.current")}
            autoComplete="current-password"
            maxLength={256}
            {...form.getInputProps("current")}
          />
          <PasswordField
            label={t("password.new")}
            description={t("field.passwordHint")}
            autoComplete="new-password"
            maxLength={256}
            {...form.getInputProps("new")}
          />
          <Group>
            <Button type="submit" variant="default" loading={change.isPending}>
              {t("password.submit")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
