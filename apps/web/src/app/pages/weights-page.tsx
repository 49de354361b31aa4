import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { StudioView } from "../../features/ranking/studio/studio-view";
import { rubricQuery } from "../../features/rubrics/queries";
import { useTeam } from "../../features/team/use-team";
import { ViewControl } from "../../features/views/view-control";

export function WeightsPage() {
  const { team, role } = useTeam();
  const search = useSearch({ from: "/t/$team/weights" });
  const navigate = useNavigate({ from: "/t/$team/weights" });
  const { data: rubric } = useSuspenseQuery(rubricQuery());
  const { scope, weights } = search;
  return (
    <StudioView
      team={team.slug}
      rubric={rubric}
      search={search}
      onSearch={(next) => void navigate({ search: next, replace: true })}
      save={
        <ViewControl
          page="ranking"
          search={{ scope, weights }}
          team={team.slug}
          role={role}
          onView={(view) =>
            void navigate({
              to: "/t/$team",
              params: { team: team.slug },
              search: { scope, weights, view },
            })
          }
        />
      }
    />
  );
}
