import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Board } from "../../features/stages/board";
import { membersQuery } from "../../features/team/queries";
import { useTeam } from "../../features/team/use-team";

export function BoardPage() {
  const search = useSearch({ from: "/t/$team/board" });
  const navigate = useNavigate({ from: "/t/$team/board" });
  const { team, role } = useTeam();
  const { data: members = [] } = useQuery(membersQuery);
  return (
    <Board
      team={team.slug}
      role={role}
      search={search}
      members={members}
      onOpen={(id) => void navigate({ to: "/t/$team/c/$id", params: { team: team.slug, id } })}
    />
  );
}
