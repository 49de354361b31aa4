import { OverviewView } from "../../features/ranking/overview/overview-view";
import { useTeam } from "../../features/team/use-team";

export function OverviewPage() {
  const { team } = useTeam();
  return <OverviewView team={team.slug} />;
}
