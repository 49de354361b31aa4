import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { AssignMany } from "../../features/assignments/assign-many";
import { Pipeline } from "../../features/candidates/pipeline";
import type { PipelineSearch } from "../../features/candidates/pipeline-search";
import { ExportMenu } from "../../features/exchange/export-menu";
import { AddToRound } from "../../features/rounds/add-to-round";
import { membersQuery } from "../../features/team/queries";
import { useTeam } from "../../features/team/use-team";
import { ViewControl } from "../../features/views/view-control";

export function PipelinePage() {
  const place = useSearch({ from: "/t/$team/candidates" });
  const search = useMemo<PipelineSearch>(() => {
    const { view: _, ...query } = place;
    return query;
  }, [place]);
  const navigate = useNavigate({ from: "/t/$team/candidates" });
  const { team, memberId, role, isAdmin } = useTeam();
  const { data: members = [] } = useQuery(membersQuery);
  const change = useCallback(
    (patch: Partial<PipelineSearch>) =>
      void navigate({ search: (before) => ({ ...before, ...patch }), replace: true }),
    [navigate],
  );
  return (
    <Pipeline
      key={team.slug}
      viewer={{ team: team.slug, memberId, role, members }}
      search={search}
      change={change}
      onOpen={(id) => void navigate({ to: "/t/$team/c/$id", params: { team: team.slug, id } })}
      saveView={
        <ViewControl
          page="pipeline"
          search={place}
          team={team.slug}
          role={role}
          onView={(view) =>
            void navigate({ search: (before) => ({ ...before, view }), replace: true })
          }
        />
      }
      exporting={<ExportMenu query={search} />}
      more={(chosen, count, onDone) => (
        <>
          {isAdmin && (
            <AssignMany chosen={chosen} count={count} members={members} onDone={onDone} />
          )}
          <AddToRound
            candidateIds={"ids" in chosen ? chosen.ids : null}
            viewer={{ memberId, role, members }}
            onDone={onDone}
          />
        </>
      )}
    />
  );
}
