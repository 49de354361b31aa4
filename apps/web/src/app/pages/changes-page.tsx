import { useNavigate, useSearch } from "@tanstack/react-router";
import { ChangesView } from "../../features/ranking/changes/changes-view";
import { useTeam } from "../../features/team/use-team";

export function ChangesPage() {
  const { team } = useTeam();
  const search = useSearch({ from: "/t/$team/changes" });
  const navigate = useNavigate({ from: "/t/$team/changes" });
  return (
    <ChangesView
      team={team.slug}
      search={search}
      onSearch={(next) => void navigate({ search: next, replace: true })}
    />
  );
}
