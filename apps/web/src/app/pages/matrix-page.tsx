import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { MatrixView } from "../../features/ranking/matrix/matrix-view";
import { rubricQuery } from "../../features/rubrics/queries";
import { useTeam } from "../../features/team/use-team";

export function MatrixPage() {
  const { team } = useTeam();
  const search = useSearch({ from: "/t/$team/matrix" });
  const navigate = useNavigate({ from: "/t/$team/matrix" });
  const { data: rubric } = useSuspenseQuery(rubricQuery());
  return (
    <MatrixView
      team={team.slug}
      rubric={rubric}
      search={search}
      onSearch={(next) => void navigate({ search: next, replace: true })}
    />
  );
}
