import { useNavigate, useSearch } from "@tanstack/react-router";
import { LeniencyView } from "../../features/calibration/leniency-view";
import { useTeam } from "../../features/team/use-team";

export function LeniencyPage() {
  const { team } = useTeam();
  const search = useSearch({ from: "/t/$team/lab/leniency" });
  const navigate = useNavigate({ from: "/t/$team/lab/leniency" });
  return (
    <LeniencyView
      team={team.slug}
      search={search}
      onSearch={(next) => void navigate({ search: next, replace: true })}
    />
  );
}
