import { useQuery } from "@tanstack/react-query";
import { fieldsQuery } from "../features/fields/queries";
import { facetsQuery, rubricQuery } from "../features/ranking/queries";
import { membersQuery } from "../features/team/queries";
import { hintsOf } from "./search-hints";

/** Completions of what is typed; nothing is asked before somebody types. */
export function useHints(typed: string, enabled: boolean): string[] {
  const { data: facets } = useQuery({ ...facetsQuery(), enabled });
  const { data: members } = useQuery({ ...membersQuery, enabled });
  const { data: rubric } = useQuery({ ...rubricQuery(), enabled });
  const { data: fields } = useQuery({ ...fieldsQuery, enabled });
  if (!enabled) return [];
  return hintsOf(typed, {
    verticals: facets?.verticals ?? [],
    tags: facets?.tags ?? [],
    members: (members ?? []).map(({ name }) => name),
    criteria: (rubric?.criteria ?? []).map(({ key }) => key),
    fields: (fields ?? []).map(({ key }) => key),
  });
}
