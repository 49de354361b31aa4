import { Scope } from "@highwater/shared/ranking/contract";
import { PresetKey } from "@highwater/shared/rubrics/contract";
import { z } from "zod";

/** The stages that are still to be sifted. */
export const siftedStages = ["inbox", "screening"] as const;
export type SiftedStage = (typeof siftedStages)[number];

export const InboxSearch = z.object({
  stage: z.enum(siftedStages).optional().catch(undefined),
  /** The row that J and K stand on. */
  sel: z.string().max(64).optional().catch(undefined),
});
export type InboxSearch = z.infer<typeof InboxSearch>;

/** Under which weights, and over whose marks, a total is explained. */
export const DossierSearch = z.object({
  scope: Scope.optional().catch(undefined),
  preset: PresetKey.optional().catch(undefined),
});
export type DossierSearch = z.infer<typeof DossierSearch>;

/** Which total is explained: the team's once it is revealed, else one's own. */
export const explained = (candidate: { revealedAt: string | null }, search: DossierSearch) => ({
  scope: search.scope ?? (candidate.revealedAt ? ("team" as const) : ("mine" as const)),
  preset: search.preset,
});
