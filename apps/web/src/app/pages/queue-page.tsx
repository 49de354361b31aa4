import { atLeast } from "@highwater/shared/team/policy";
import { useSuspenseQuery } from "@tanstack/react-query";
import { queueQuery } from "../../features/reviews/queries";
import { Queue } from "../../features/reviews/queue";
import { DueWatches } from "../../features/stages/due-watches";
import { useTeam } from "../../features/team/use-team";

export function QueuePage() {
  const { team, role } = useTeam();
  const { data } = useSuspenseQuery(queueQuery());
  const active = atLeast(role, "reviewer");
  return (
    <>
      <DueWatches team={team.slug} mayMove={active} />
      <Queue team={team.slug} queue={data} mayReview={active} />
    </>
  );
}
