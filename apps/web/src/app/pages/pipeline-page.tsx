import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";
import { AssignMany } from "../../features/assignments/assign-many";
import { Pipeline } from "../../features/candidates/pipeline";
import type { PipelineSearch } from "../../features/candidates/pipeline-search";
import { ExportMenu } from "../../features/exchange/export-menu";
import { membersQuery } from "../../features/team/queries";
import { useTeam } from "../../features/team/use-team";

export function PipelinePage() {
  const search = useSearch({ from: "/t/$team/candidates" });
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
      exporting={<ExportMenu query={search} />}
      assigning={
        isAdmin
          ? (chosen, count, onDone) => (
              <AssignMany chosen={chosen} count={count} members={members} onDone={onDone} />
            )
          : undefined
      }
    />
  );
}
