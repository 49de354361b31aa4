import type { Role } from "@highwater/shared/team/contract";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { viewsQuery } from "./queries";

const ViewList = lazy(async () => ({ default: (await import("./view-list")).ViewList }));

/** The part of the side bar below the pages; a team without views loads nothing of it. */
export function ViewsNav({ team, role }: { team: string; role: Role }) {
  const { data: views = [] } = useQuery(viewsQuery());
  return (
    <Suspense>{views.length > 0 && <ViewList team={team} role={role} views={views} />}</Suspense>
  );
}
