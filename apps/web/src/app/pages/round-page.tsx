import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { roundQuery } from "../../features/rounds/queries";
import { RoundView } from "../../features/rounds/round-view";
import { membersQuery } from "../../features/team/queries";
import { useTeam } from "../../features/team/use-team";

export function RoundPage() {
  const { id } = useParams({ from: "/t/$team/rounds/$id" });
  const { team, role, memberId } = useTeam();
  const navigate = useNavigate();
  const { data: members = [] } = useQuery(membersQuery);
  const { data } = useSuspenseQuery(roundQuery(id));
  const params = { team: team.slug, id };
  return (
    <RoundView
      team={team.slug}
      viewer={{ memberId, role, members }}
      round={data.data}
      onMeeting={() => void navigate({ to: "/t/$team/rounds/$id/meeting", params })}
      onRemoved={() => void navigate({ to: "/t/$team/rounds", params })}
    />
  );
}
