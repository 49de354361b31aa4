import { useTranslation } from "react-i18next";
import { FieldSettings } from "../../features/fields/field-settings";
import { Invitations } from "../../features/team/invitations";
import { MemberList } from "../../features/team/member-list";
import { PasswordForm } from "../../features/team/password-form";
import { Section } from "../../features/team/section";
import { Sessions } from "../../features/team/sessions";
import { TeamSettings } from "../../features/team/team-settings";
import { Tokens } from "../../features/team/tokens";
import { useTeam } from "../../features/team/use-team";
import { PageHead } from "../../ui/page-head";

export function SettingsPage() {
  const { t } = useTranslation(["team", "fields"]);
  const { isAdmin } = useTeam();
  return (
    <>
      <PageHead title={t("settings.title")} />
      <TeamSettings />
      <Section title={t("fields:title")} hint={t("fields:hint")}>
        <FieldSettings mayEdit={isAdmin} />
      </Section>
      <MemberList />
      {isAdmin && <Invitations />}
      <Tokens />
      <Sessions />
      <PasswordForm />
    </>
  );
}
