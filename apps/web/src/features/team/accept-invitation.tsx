import {
  AcceptInvitationInput,
  type InvitationPreview,
  type Me,
  type Membership,
} from "@highwater/shared/team/contract";
import { Button, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { contractErrors } from "../../i18n/problem-text";
import { focusFirstError, placeProblem } from "../../ui/form-problems";
import { ProblemNote } from "../../ui/problem-note";
import { AccountFields } from "./account-fields";
import { useAcceptInvitation } from "./session";

interface AcceptProps {
  token: string;
  onJoined: (membership: Membership) => void;
}

export function AcceptSignedIn({ token, user, onJoined }: AcceptProps & { user: Me["user"] }) {
  const { t } = useTranslation("team");
  const accept = useAcceptInvitation();
  return (
    <Stack gap="lg" align="start">
      <Text>{t("invite.signedInAs", user)}</Text>
      <ProblemNote error={accept.error} />
      <Button
        loading={accept.isPending}
        onClick={() => accept.mutate({ token }, { onSuccess: onJoined })}
      >
        {t("invite.submit")}
      </Button>
    </Stack>
  );
}

const Newcomer = AcceptInvitationInput.required();

export function AcceptNewcomer({
  token,
  email,
  onJoined,
}: AcceptProps & Pick<InvitationPreview, "email">) {
  const { t } = useTranslation("team");
  const accept = useAcceptInvitation();
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { token, name: "", email: email ?? "", password: "" },
    validate: contractErrors(Newcomer),
  });
  const submit = form.onSubmit(
    (values) =>
      accept.mutate(values, {
        onSuccess: onJoined,
        onError: (error) => void placeProblem(form, error),
      }),
    (errors) => focusFirstError(form, errors),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="lg">
        <ProblemNote error={accept.error} />
        <AccountFields form={form} fixedEmail={email !== null} />
        <Button type="submit" loading={accept.isPending}>
          {t("invite.submit")}
        </Button>
      </Stack>
    </form>
  );
}
