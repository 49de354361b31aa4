import { useTranslation } from "react-i18next";
import { Entrance } from "../entrance";

export function NoTeamPage() {
  const { t } = useTranslation("common");
  return <Entrance title={t("error.noTeamTitle")} lead={t("error.noTeam")} />;
}
