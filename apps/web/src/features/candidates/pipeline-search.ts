import { Id, line, searchText } from "@highwater/shared/kernel/contract";
import { Outcome, Stage } from "@highwater/shared/stages/contract";
import { z } from "zod";

const word = line(60).optional().catch(undefined);
const id = Id.optional().catch(undefined);

/**
 * The view in the URL, in the words of the API's query. What can't be read is dropped, not refused. Every page
 * loads this, so it names the parts of a CandidateFilter without the facts of a candidate.
 */
export const PipelineSearch = z.object({
  q: searchText(200).optional().catch(undefined),
  stage: Stage.optional().catch(undefined),
  vertical: word,
  tag: word,
  owner: id,
  outcome: Outcome.optional().catch(undefined),
  import: id,
  fields: z.string().max(2000).optional().catch(undefined),
  archived: z.literal("true").optional().catch(undefined),
  sort: z
    .string()
    .regex(/^-?[\w.]{1,60}$/)
    .optional()
    .catch(undefined),
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

export const isFiltered = (search: PipelineSearch) =>
  search.fields !== undefined || filterKeys.some((key) => search[key] !== undefined);
