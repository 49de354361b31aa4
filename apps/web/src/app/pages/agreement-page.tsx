import { AgreementView } from "../../features/calibration/agreement-view";
import { useTeam } from "../../features/team/use-team";

export function AgreementPage() {
  const { team } = useTeam();
  return <AgreementView team={team.slug} />;
}
