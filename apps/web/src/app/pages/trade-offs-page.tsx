import { TradeOffsView } from "../../features/preferences/tradeoffs-view";
import { useTeam } from "../../features/team/use-team";

export function TradeOffsPage() {
  const { team } = useTeam();
  return <TradeOffsView team={team.slug} />;
}
