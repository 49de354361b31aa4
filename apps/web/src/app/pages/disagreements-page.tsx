import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { DissentView } from "../../features/discussion/dissent-view";
import { rubricQuery } from "../../features/rubrics/queries";
import { useTeam } from "../../features/team/use-team";

export function DisagreementsPage() {
  const { team } = useTeam();
  const search = useSearch({ from: "/t/$team/disagreements" });
  const navigate = useNavigate({ from: "/t/$team/disagreements" });
  const { data: rubric } = useSuspenseQuery(rubricQuery());
  return (
    <DissentView
      team={team.slug}
      criteria={rubric.criteria}
      search={search}
      onSearch={(next) => void navigate({ search: next, replace: true })}
    />
  );
}
