import { Text } from "@mantine/core";
import { useRouter, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { SignInForm } from "../../features/team/sign-in-form";
import { safeReturn } from "../../lib/return-path";
import { Entrance } from "../entrance";

export function SignInPage() {
  const { t } = useTranslation("team");
  const router = useRouter();
  const { return: back } = useSearch({ from: "/sign-in" });
  return (
    <Entrance title={t("signIn.title")}>
      <SignInForm onSignedIn={() => router.history.push(safeReturn(back))} />
      <Text size="sm" c="dimmed">
        {t("signIn.noAccount")}
      </Text>
    </Entrance>
  );
}
