import { CandidateFilter, CandidateSort } from "@highwater/shared/candidates/contract";
import { type FieldCondition, parseConditions } from "@highwater/shared/fields/filter";
import { z } from "zod";

const { q, stage, vertical, tag, owner, outcome, import: batch, fields } = CandidateFilter.shape;

/** The view in the URL, in the words of the API's query. What can't be read is dropped, not refused. */
export const PipelineSearch = z.object({
  q: q.catch(undefined),
  stage: stage.catch(undefined),
  vertical: vertical.catch(undefined),
  tag: tag.catch(undefined),
  owner: owner.catch(undefined),
  outcome: outcome.catch(undefined),
  import: batch.catch(undefined),
  fields: fields.catch(undefined),
  archived: z.literal("true").optional().catch(undefined),
  sort: CandidateSort.optional().catch(undefined),
});
export type PipelineSearch = z.infer<typeof PipelineSearch>;
export type ChangeSearch = (patch: Partial<PipelineSearch>) => void;

export const noFilters = {
  q: undefined,
  stage: undefined,
  vertical: undefined,
  tag: undefined,
  owner: undefined,
  outcome: undefined,
  import: undefined,
  fields: undefined,
  archived: undefined,
} satisfies Record<keyof Omit<PipelineSearch, "sort">, undefined>;

export const filterKeys = [
  "q",
  "stage",
  "vertical",
  "tag",
  "owner",
  "outcome",
  "import",
  "archived",
] as const;

export function conditionsOf({ fields: text }: PipelineSearch): FieldCondition[] {
  try {
    return parseConditions(text ?? "");
  } catch {
    return [];
  }
}

export const conditionText = (conditions: readonly FieldCondition[]): string | undefined =>
  conditions
    .map(({ key, operator, value }) => `${key}${operator}${encodeURIComponent(value)}`)
    .join(",") || undefined;

export const isFiltered = (search: PipelineSearch) =>
  search.fields !== undefined || filterKeys.some((key) => search[key] !== undefined);
