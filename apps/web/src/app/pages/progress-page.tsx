import { useSuspenseQuery } from "@tanstack/react-query";
import { ProgressView } from "../../features/assignments/progress-view";
import { progressQuery } from "../../features/assignments/queries";
import { useTeam } from "../../features/team/use-team";

export function ProgressPage() {
  const { team, role, memberId } = useTeam();
  const { data } = useSuspenseQuery(progressQuery());
  return <ProgressView team={team.slug} viewer={{ role, memberId }} progress={data} />;
}
