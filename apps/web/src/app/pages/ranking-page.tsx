import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useCallback } from "react";
import { RankingView } from "../../features/ranking/ranking-view";
import type { RankingSearch } from "../../features/ranking/search";
import { useTeam } from "../../features/team/use-team";

const route = getRouteApi("/t/$team/");

export function RankingPage() {
  const { team } = route.useParams();
  const search = route.useSearch();
  const navigate = useNavigate({ from: "/t/$team/" });
  const { role } = useTeam();
  const change = useCallback(
    (patch: Partial<RankingSearch>) =>
      void navigate({ search: (before) => ({ ...before, ...patch }), replace: true }),
    [navigate],
  );
  return (
    <RankingView
      key={team}
      team={team}
      search={search}
      role={role}
      change={change}
      onOpen={(id) => void navigate({ to: "/t/$team/c/$id", params: { team, id } })}
      onReview={(id) => void navigate({ to: "/t/$team/c/$id/review", params: { team, id } })}
    />
  );
}
