import { z } from "zod";
import { Citation, Id, Text, Timestamp } from "../kernel/contract.js";

/** The five criteria that every rubric keeps. */
export const coreCriteria = ["habit", "pain", "assistant", "flywheel", "overrun"] as const;
export const CoreCriterion = z.enum(coreCriteria);
export type CoreCriterion = z.infer<typeof CoreCriterion>;

export const presetKeys = ["balanced", "short", "long"] as const;
export const PresetKey = z.enum(presetKeys);
export type PresetKey = z.infer<typeof PresetKey>;

export const gateKeys = [
  "traits",
  "submerged",
  "replacement",
  "evidence",
  "sellable",
  "admissible",
  "split",
] as const;
export const GateKey = z.enum(gateKeys);
export type GateKey = z.infer<typeof GateKey>;

/** A score: 0-5, six levels, so there is no middle to hide in. */
export const Level = z.int().min(0).max(5);

export const Anchor = z.object({ level: Level, text: Text });
export const Reference = z.object({ level: Level, name: Text, note: Text, citation: Citation });

/** What a criterion says, apart from its weight: the content of one criterion revision. */
export const CriterionContent = z
  .object({
    name: Text,
    short: Text,
    question: Text,
    anchors: z.array(Anchor).length(6),
    questions: z.array(z.object({ text: Text, line: z.int().optional() })),
    citations: z.array(Citation),
    references: z.array(Reference),
  })
  .meta({ id: "CriterionContent" });
export type CriterionContent = z.infer<typeof CriterionContent>;

export const Criterion = CriterionContent.extend({
  key: z.string(),
  revisionId: Id,
  revision: z.int(),
  inverted: z.boolean(),
  weight: z.number(),
}).meta({ id: "Criterion" });
export type Criterion = z.infer<typeof Criterion>;

export const Preset = z
  .object({ key: PresetKey, name: Text, why: Text, weights: z.record(z.string(), z.number()) })
  .meta({ id: "Preset" });
export type Preset = z.infer<typeof Preset>;

export const Gate = z
  .object({
    key: GateKey,
    code: z.string(),
    name: Text,
    rule: Text,
    effect: Text,
    citation: Citation,
  })
  .meta({ id: "Gate" });
export type Gate = z.infer<typeof Gate>;

export const Rubric = z
  .object({
    id: Id,
    version: z.int(),
    name: Text,
    source: Text,
    publishedAt: Timestamp,
    criteria: z.array(Criterion),
    presets: z.array(Preset),
    gates: z.array(Gate),
  })
  .meta({ id: "Rubric" });
export type Rubric = z.infer<typeof Rubric>;

export const RubricList = z
  .object({
    items: z.array(
      z.object({
        id: Id,
        version: z.int(),
        name: Text,
        publishedAt: Timestamp,
        active: z.boolean(),
      }),
    ),
  })
  .meta({ id: "RubricList" });
export type RubricList = z.infer<typeof RubricList>;

/** A rubric as a file: what a new team starts from. */
export const RubricSeed = z.object({
  name: Text,
  source: Text,
  criteria: z.array(
    CriterionContent.extend({ key: z.string(), inverted: z.boolean(), weight: z.number() }),
  ),
  presets: z.array(Preset),
  gates: z.array(Gate),
});
export type RubricSeed = z.infer<typeof RubricSeed>;
