import type { Stage } from "../stages/contract.js";
import { movable } from "../stages/lifecycle.js";
import { type BulkChange, maxTags } from "./contract.js";

/** What a bulk edit may touch, as it stands. */
export interface BulkFacts {
  stage: Stage;
  tags: string[];
  vertical: string | null;
  ownerId: string | null;
  archivedAt: string | null;
}

interface Standing extends BulkFacts {
  /** Part of another candidate by now. */
  merged: boolean;
}

export interface Skip {
  code: string;
  reason: string;
}

type Planned = { after: Partial<BulkFacts> } | { skip: Skip };

const skip = (code: string, reason: string): Planned => ({ skip: { code, reason } });

/** What the change makes of one candidate, or why it stays whole as it is. */
export function planned(facts: Standing, change: BulkChange, now: string): Planned {
  const { stage, archived } = change;
  if (facts.merged) return skip("merges.merged_away", "It was merged into another candidate.");
  if (facts.archivedAt !== null && archived === undefined)
    return skip("candidates.archived", "It is archived. Restore it first.");
  if (stage !== undefined && !movable(facts.stage, stage))
    return skip(
      "stages.not_allowed",
      `It is in ${facts.stage}, from where no hand moves it there.`,
    );
  const tags = tagsOf(facts.tags, change);
  if (tags.length > Math.max(maxTags, facts.tags.length))
    return skip("candidates.tags_full", `It would have more than ${maxTags} tags.`);
  const after: Partial<BulkFacts> = {
    ...(stage === undefined || stage === facts.stage ? {} : { stage }),
    ...(tags.join("\n") === facts.tags.join("\n") ? {} : { tags }),
    ...differs("vertical", facts, change),
    ...differs("ownerId", facts, change),
    ...(archived === undefined || archived === (facts.archivedAt !== null)
      ? {}
      : { archivedAt: archived ? now : null }),
  };
  if (Object.keys(after).length === 0) return skip("candidates.unchanged", "It is so already.");
  return { after };
}

const differs = (key: "vertical" | "ownerId", facts: BulkFacts, change: BulkChange) =>
  change[key] === undefined || change[key] === facts[key] ? {} : { [key]: change[key] };

function tagsOf(tags: string[], { addTags = [], removeTags = [] }: BulkChange): string[] {
  const left = tags.filter((tag) => !removeTags.includes(tag));
  return [...new Set([...left, ...addTags])];
}
