import { z } from "zod";
import { markets, moats } from "../candidates/contract.js";
import { Id, Text } from "../kernel/contract.js";
import { Scope } from "../ranking/contract.js";
import { PresetKey } from "../rubrics/contract.js";
import { Capability, question, Release, releaseStatuses } from "./contract.js";
import { DefenceTable } from "./reliance.js";

/** What is simulated, under the rubric's own weights or a preset. */
export const ProjectionInput = z
  .strictObject({
    ...question,
    months: question.months.default(0),
    likelihoods: question.likelihoods.optional(),
    base: question.base.default(2),
    period: question.period.default(18),
    scope: Scope.default("team"),
    preset: PresetKey.optional(),
  })
  .meta({ id: "ProjectionInput" });
export type ProjectionInput = z.infer<typeof ProjectionInput>;

/** Why a number changed: release (or the clock), capability, share, defence and rule. */
export const ProjectionReason = z.object({
  release: z.object({ id: Id, name: Text, status: z.enum(releaseStatuses) }).nullable(),
  capability: z.object({ key: z.string(), name: Text }),
  share: z.number(),
  from: z.number(),
  to: z.number(),
  g: z.number(),
  defence: z.number(),
  likelihood: z.number(),
  /** likelihood · share · g · (1 − defence). */
  exposure: z.number(),
  rule: z.enum(["headroom", "boundary", "clock"]),
  confirmed: z.boolean(),
});
export type ProjectionReason = z.infer<typeof ProjectionReason>;

export const ProjectionItem = z
  .object({
    id: Id,
    name: z.string(),
    vertical: z.string().nullable(),
    /** Stepped back from it: no figure of it is told, the ranks of others stay. */
    recused: z.boolean(),
    risk: z.number().nullable(),
    projectedRisk: z.number().nullable(),
    exposure: z.number().nullable(),
    total: z.number().nullable(),
    projectedTotal: z.number().nullable(),
    rank: z.int().nullable(),
    projectedRank: z.int().nullable(),
    submerged: z.boolean(),
    wasSubmerged: z.boolean(),
    crosses: z.boolean(),
    /** At risk 5 already: it stays there, and still shows its exposure. */
    underWater: z.boolean(),
    months: z.int().nullable(),
    /** The share of its exposure that rests on unconfirmed reliance. */
    unconfirmed: z.number(),
    reasons: z.array(ProjectionReason),
  })
  .meta({ id: "ProjectionItem" });
export type ProjectionItem = z.infer<typeof ProjectionItem>;

export const Projection = z
  .object({
    scope: Scope,
    /** Submerged ÷ scored, before and after. */
    atRisk: z.number().nullable(),
    projectedAtRisk: z.number().nullable(),
    items: z.array(ProjectionItem),
  })
  .meta({ id: "Projection" });
export type Projection = z.infer<typeof Projection>;

const Relied = z.object({ capability: z.string(), share: z.number(), confirmed: z.boolean() });
const Figure = z.object({ mean: z.number(), median: z.number() });

export const BoardCandidate = z.object({
  id: Id,
  name: z.string(),
  vertical: z.string().nullable(),
  market: z.enum(markets).nullable(),
  moats: z.array(z.enum(moats)),
  thinWrapper: z.boolean(),
  reliance: z.array(Relied),
  scores: z.record(z.string(), Figure.nullable()),
  /** Of each published release, the share of counted reviews signed before it. */
  before: z.record(z.string(), z.number()),
});
export type BoardCandidate = z.infer<typeof BoardCandidate>;

/** What a browser needs to simulate by itself, in the server's order. */
export const TideBoard = z
  .object({
    scope: Scope,
    capabilities: z.array(Capability.pick({ key: true, name: true, level: true })),
    releases: z.array(Release),
    defences: DefenceTable,
    criteria: z.array(z.object({ key: z.string(), inverted: z.boolean() })),
    weights: z.record(z.string(), z.number()),
    candidates: z.array(BoardCandidate),
    /** How many the viewer has stepped back from: they are left out, so only the server knows all ranks. */
    recused: z.int(),
  })
  .meta({ id: "TideBoard" });
export type TideBoard = z.infer<typeof TideBoard>;
export const BoardQuery = z.strictObject({ scope: Scope.default("team") });
export type BoardQuery = z.infer<typeof BoardQuery>;

/** Of the published releases alone: the proposed risk that stands beside the human one. */
export const Proposed = z
  .object({
    /** The one published last; null while none is. */
    last: Release.nullable(),
    items: z.array(ProjectionItem),
    /** Since the last release: whose rank it moved, those that fall furthest first. */
    moved: z.array(
      z.object({ id: Id, name: z.string(), from: z.int(), to: z.int(), crosses: z.boolean() }),
    ),
  })
  .meta({ id: "Proposed" });
export type Proposed = z.infer<typeof Proposed>;
