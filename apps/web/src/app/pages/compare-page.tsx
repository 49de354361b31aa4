import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { CompareView } from "../../features/ranking/compare/compare-view";
import { rubricQuery } from "../../features/rubrics/queries";
import { useTeam } from "../../features/team/use-team";

export function ComparePage() {
  const { team } = useTeam();
  const search = useSearch({ from: "/t/$team/compare" });
  const navigate = useNavigate({ from: "/t/$team/compare" });
  const { data: rubric } = useSuspenseQuery(rubricQuery());
  return (
    <CompareView
      team={team.slug}
      search={search}
      rubric={rubric}
      onSearch={(next) => void navigate({ search: next, replace: true })}
    />
  );
}
