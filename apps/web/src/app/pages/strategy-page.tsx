import { useNavigate, useSearch } from "@tanstack/react-router";
import { StrategyView } from "../../features/candidates/strategy/strategy-view";
import { useTeam } from "../../features/team/use-team";

export function StrategyPage() {
  const { team } = useTeam();
  const search = useSearch({ from: "/t/$team/lab/strategy" });
  const navigate = useNavigate({ from: "/t/$team/lab/strategy" });
  return (
    <StrategyView
      team={team.slug}
      search={search}
      onSearch={(next) => void navigate({ search: next, replace: true })}
    />
  );
}
