import { TextInput } from "@mantine/core";
import type { GetInputPropsReturnType } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { PasswordField } from "../../ui/password-field";

interface AccountForm {
  key: (path: "name" | "email" | "password") => string;
  getInputProps: (path: "name" | "email" | "password") => GetInputPropsReturnType;
}

/** Name, e-mail and a new password: for the first owner and for whoever is invited. */
export function AccountFields({ form, fixedEmail }: { form: AccountForm; fixedEmail?: boolean }) {
  const { t } = useTranslation("team");
  return (
    <>
      <TextInput
        label={t("field.name")}
        name="name"
        autoComplete="name"
        maxLength={120}
        key={form.key("name")}
        {...form.getInputProps("name")}
      />
      <TextInput
        label={t("field.email")}
        type="email"
        name="email"
        autoComplete="username"
        readOnly={fixedEmail}
        key={form.key("email")}
        {...form.getInputProps("email")}
      />
      <PasswordField
        label={t("field.newPassword")}
        description={t("field.passwordHint")}
        name="password"
        autoComplete="new-password"
        maxLength={256}
        key={form.key("password")}
        {...form.getInputProps("password")}
      />
    </>
  );
}
