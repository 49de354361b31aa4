import { useNavigate, useSearch } from "@tanstack/react-router";
import { DuelView } from "../../features/preferences/duel-view";
import { useTeam } from "../../features/team/use-team";

export function DuelPage() {
  const { team } = useTeam();
  const search = useSearch({ from: "/t/$team/lab/duel" });
  const navigate = useNavigate({ from: "/t/$team/lab/duel" });
  return (
    <DuelView
      team={team.slug}
      search={search}
      onSearch={(next) => void navigate({ search: next, replace: true })}
    />
  );
}
