import type { Scope } from "@highwater/shared/ranking/contract";
import type { Rubric } from "@highwater/shared/rubrics/contract";
import type { RankingSearch } from "./search";

/** What the parts of the ranking share: where one is, and how to go elsewhere. */
export interface ViewProps {
  team: string;
  search: RankingSearch;
  scope: Scope;
  rubric: Rubric;
  /** Writes to the URL; what is undefined leaves it. */
  change: (patch: Partial<RankingSearch>) => void;
}
