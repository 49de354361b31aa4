import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { SelfTestView } from "../../features/ranking/self-test/self-test-view";
import { rubricQuery } from "../../features/rubrics/queries";
import { useTeam } from "../../features/team/use-team";
import { ProblemNote } from "../../ui/problem-note";

export function SelfTestPage() {
  const { team } = useTeam();
  const search = useSearch({ from: "/t/$team/lab/self-test" });
  const navigate = useNavigate({ from: "/t/$team/lab/self-test" });
  const { data: rubric, error, refetch } = useQuery(rubricQuery());
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />;
  if (!rubric) return null;
  return (
    <SelfTestView
      team={team.slug}
      rubric={rubric}
      search={search}
      onSearch={(next) => void navigate({ search: next, replace: true })}
    />
  );
}
