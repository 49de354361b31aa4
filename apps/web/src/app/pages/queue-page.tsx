import type { QueueMode } from "@highwater/shared/reviews/contract";
import { atLeast } from "@highwater/shared/team/policy";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { queueQuery } from "../../features/reviews/queries";
import { Queue } from "../../features/reviews/queue";
import { recallMode, rememberMode } from "../../features/reviews/queue-mode";
import { DueWatches } from "../../features/stages/due-watches";
import { useTeam } from "../../features/team/use-team";

export function QueuePage() {
  const { team, role, memberId } = useTeam();
  const search = useSearch({ from: "/t/$team/queue" });
  const navigate = useNavigate({ from: "/t/$team/queue" });
  const mode = search.mode ?? recallMode(memberId);
  const { data } = useSuspenseQuery(queueQuery(mode));
  const active = atLeast(role, "reviewer");
  useEffect(() => rememberMode(memberId, mode), [memberId, mode]);
  const change = (chosen: QueueMode) => void navigate({ search: { mode: chosen }, replace: true });
  return (
    <>
      <DueWatches team={team.slug} mayMove={active} />
      <Queue team={team.slug} queue={data} mode={mode} onMode={change} mayReview={active} />
    </>
  );
}
