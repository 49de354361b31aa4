import { ClaimsView } from "../../features/claims/claims-view";
import { useTeam } from "../../features/team/use-team";

export function ClaimsPage() {
  const { team, role } = useTeam();
  return <ClaimsView team={team.slug} role={role} />;
}
