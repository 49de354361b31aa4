import { useTranslation } from "react-i18next";
import { Invitations } from "../../features/team/invitations";
import { MemberList } from "../../features/team/member-list";
import { TeamSettings } from "../../features/team/team-settings";
import { Tokens } from "../../features/team/tokens";
import { useTeam } from "../../features/team/use-team";
import { PageHead } from "../../ui/page-head";

export function SettingsPage() {
  const { t } = useTranslation("team");
  const { isAdmin } = useTeam();
  return (
    <>
      <PageHead title={t("settings.title")} />
      <TeamSettings />
      <MemberList />
      {isAdmin && <Invitations />}
      <Tokens />
    </>
  );
}
