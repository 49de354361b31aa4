import type { Field } from "@highwater/shared/fields/contract";
import type { Member } from "@highwater/shared/team/contract";
import type { ChangeSearch, PipelineSearch } from "./pipeline-search";

export interface PipelineView {
  search: PipelineSearch;
  change: ChangeSearch;
  members: readonly Member[];
  fields: readonly Field[];
}
