import { SetupInput } from "@highwater/shared/team/contract";
import { Button, Checkbox, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { currentLocale } from "../../i18n/i18n";
import { contractErrors } from "../../i18n/problem-text";
import { isProblem } from "../../lib/api-problem";
import { focusFirstError, placeProblem } from "../../ui/form-problems";
import { ProblemNote } from "../../ui/problem-note";
import { AccountFields } from "./account-fields";
import { useSetup } from "./session";

export function SetupForm({ token, onDone }: { token: string; onDone: () => void }) {
  const { t } = useTranslation("team");
  const setup = useSetup();
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { token, name: "", email: "", password: "", teamName: "", sample: true },
    validate: contractErrors(SetupInput),
  });
  const refused = (error: unknown) => {
    if (isProblem(error, "setup.token")) form.setFieldError("token", t("setup.wrongToken"));
    else placeProblem(form, error);
  };
  const submit = form.onSubmit(
    (values) =>
      setup.mutate({ ...values, locale: currentLocale() }, { onSuccess: onDone, onError: refused }),
    (errors) => focusFirstError(form, errors),
  );
  const tokenShown = token === "" || form.errors["token"] !== undefined;
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="lg">
        {!isProblem(setup.error, "setup.token") && <ProblemNote error={setup.error} />}
        {tokenShown && (
          <TextInput
            label={t("field.token")}
            description={t("field.tokenHint")}
            autoComplete="off"
            spellCheck={false}
            key={form.key("token")}
            {...form.getInputProps("token")}
          />
        )}
        <AccountFields form={form} />
        <TextInput
          label={t("field.teamName")}
          name="teamName"
          autoComplete="organization"
          maxLength={120}
          key={form.key("teamName")}
          {...form.getInputProps("teamName")}
        />
        <Checkbox
          label={t("field.sample")}
          description={t("field.sampleHint")}
          key={form.key("sample")}
          {...form.getInputProps("sample", { type: "checkbox" })}
        />
        <Button type="submit" loading={setup.isPending}>
          {t("setup.submit")}
        </Button>
      </Stack>
    </form>
  );
}
