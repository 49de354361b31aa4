import { Email } from "@highwater/shared/team/contract";
import { Button, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { contractErrors } from "../../i18n/problem-text";
import { hasStatus } from "../../lib/api-problem";
import { focusFirstError } from "../../ui/form-problems";
import { PasswordField } from "../../ui/password-field";
import { ProblemNote } from "../../ui/problem-note";
import { useSignIn } from "./session";

const Credentials = z.object({ email: Email, password: z.string().min(1) });

export function SignInForm({ onSignedIn }: { onSignedIn: () => void }) {
  const { t } = useTranslation("team");
  const signIn = useSignIn();
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { email: "", password: "" },
    validate: contractErrors(Credentials),
    onSubmitPreventDefault: "always",
  });
  const refused = (error: unknown) => {
    if (!hasStatus(error, 401)) return;
    const errors = { password: t("signIn.wrong") };
    form.setErrors(errors);
    focusFirstError(form, errors);
  };
  const submit = form.onSubmit(
    (values) => signIn.mutate(values, { onSuccess: onSignedIn, onError: refused }),
    (errors) => focusFirstError(form, errors),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="lg">
        {!hasStatus(signIn.error, 401) && <ProblemNote error={signIn.error} />}
        <TextInput
          label={t("field.email")}
          type="email"
          name="email"
          autoComplete="username"
          required
          withAsterisk={false}
          key={form.key("email")}
          {...form.getInputProps("email")}
        />
        <PasswordField
          label={t("field.password")}
          name="password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          key={form.key("password")}
          {...form.getInputProps("password")}
        />
        <Button type="submit" loading={signIn.isPending}>
          {t("signIn.submit")}
        </Button>
      </Stack>
    </form>
  );
}
