import { z } from "zod";
import { markets } from "../candidates/contract.js";
import { Citation, Id, line, prose, Text, Timestamp } from "../kernel/contract.js";

const refused = (code: string, error: string) => ({ error, params: { code: `tide.${code}` } });

/** A level of a capability: 0-100, 100 = the strongest human. */
const Level100 = z
  .number()
  .refine(
    (level) => level >= 0 && level <= 100,
    refused("level", "A level is a number from 0 to 100, where 100 is the strongest human."),
  );

export const Likelihood = z
  .number()
  .refine((p) => p >= 0 && p <= 1, refused("likelihood", "A likelihood is a number from 0 to 1."));

const days = z.iso.date({ error: "A release needs its date, as 2023-03-15." });

/** A name in both languages; a team may write the same in both. */
const Named = z.strictObject({ en: line(120), zh: line(120) });

export const CapabilityKey = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, "A key is small letters, digits and hyphens, 40 at most.");

/** What a level rests on: a figure of its source, our own estimate, or a figure that is contradicted. */
export const levelStatuses = ["stated", "estimated", "disputed"] as const;
export const vectors = ["model-maker", "bundler", "open-source", "incumbent"] as const;
export const releaseStatuses = ["announced", "rumoured", "hearsay"] as const;
export const Vector = z.enum(vectors);
export type Vector = z.infer<typeof Vector>;
export const ReleaseStatus = z.enum(releaseStatuses);
export type ReleaseStatus = z.infer<typeof ReleaseStatus>;

/** How likely a release is held to be until somebody says otherwise. */
export const startingLikelihood: Readonly<Record<ReleaseStatus, number>> = {
  announced: 1,
  rumoured: 0.5,
  hearsay: 0.3,
};

const capability = {
  name: Named,
  level: Level100,
  status: z.enum(levelStatuses),
  /** Where the level comes from. */
  source: line(500).nullable(),
};

export const CapabilityInput = z
  .strictObject({
    ...capability,
    key: CapabilityKey,
    status: capability.status.default("estimated"),
    source: capability.source.default(null),
  })
  .meta({ id: "CapabilityInput" });
export type CapabilityInput = z.infer<typeof CapabilityInput>;

export const CapabilityPatch = z.strictObject(capability).partial().meta({ id: "CapabilityPatch" });
export type CapabilityPatch = z.infer<typeof CapabilityPatch>;

/** A level that a capability has had, from when, by whom, and from where. */
export const LevelEntry = z.object({
  level: z.number(),
  status: z.enum(levelStatuses),
  source: z.string().nullable(),
  by: z.object({ id: Id, name: z.string() }).nullable(),
  /** The release whose publishing moved it. */
  releaseId: Id.nullable(),
  at: Timestamp,
});

export const Capability = z
  .object({
    id: Id,
    key: z.string(),
    name: Text,
    level: z.number(),
    status: z.enum(levelStatuses),
    source: z.string().nullable(),
    citation: Citation.nullable(),
    /** The newest first. */
    history: z.array(LevelEntry),
  })
  .meta({ id: "Capability" });
export type Capability = z.infer<typeof Capability>;
export const Capabilities = z.object({ items: z.array(Capability) }).meta({ id: "Capabilities" });
export type Capabilities = z.infer<typeof Capabilities>;

/** `old` is the catalogue's level, frozen by publishing. */
export const Raise = z.strictObject({ capability: CapabilityKey, level: Level100 });
const Raises = z
  .array(Raise)
  .max(100)
  .refine(
    (list) => new Set(list.map((raise) => raise.capability)).size === list.length,
    refused("raised_twice", "Name each capability once."),
  );

const release = {
  name: Named,
  on: days,
  vector: Vector,
  status: ReleaseStatus,
  likelihood: Likelihood,
  market: z.enum(markets),
  raises: Raises,
  source: line(500).nullable(),
  note: z.strictObject({ en: prose(2000), zh: prose(2000) }).nullable(),
};

/** Without a likelihood, that of its status. One that raises nothing is a note on the timeline. */
export const ReleaseInput = z
  .strictObject({
    ...release,
    likelihood: release.likelihood.optional(),
    market: release.market.default("global"),
    raises: release.raises.default([]),
    source: release.source.default(null),
    note: release.note.default(null),
  })
  .meta({ id: "ReleaseInput" });
export type ReleaseInput = z.infer<typeof ReleaseInput>;

export const ReleasePatch = z.strictObject(release).partial().meta({ id: "ReleasePatch" });
export type ReleasePatch = z.infer<typeof ReleasePatch>;

export const Release = z
  .object({
    id: Id,
    name: Text,
    on: z.iso.date(),
    vector: Vector,
    status: ReleaseStatus,
    likelihood: z.number(),
    market: z.enum(markets),
    raises: z.array(z.object({ capability: z.string(), old: z.number(), level: z.number() })),
    source: z.string().nullable(),
    note: Text.nullable(),
    citation: Citation.nullable(),
    publishedAt: Timestamp.nullable(),
  })
  .meta({ id: "Release" });
export type Release = z.infer<typeof Release>;
/** By date. */
export const Releases = z.object({ items: z.array(Release) }).meta({ id: "Releases" });
export type Releases = z.infer<typeof Releases>;

/** What a publication did: how many tasks it opened, of how many candidates that cross. */
export const Published = z
  .object({ release: Release, crossing: z.int(), tasks: z.int() })
  .meta({ id: "Published" });
export type Published = z.infer<typeof Published>;

/** A set of releases and a clock, as an address would say it. */
export const question = {
  releaseIds: z.array(Id).max(200),
  months: z
    .number()
    .refine(
      (months) => months >= 0 && months <= 120,
      refused("months", "The clock runs from 0 to 120 months."),
    ),
  likelihoods: z.record(Id, Likelihood),
  base: z
    .number()
    .refine(
      (base) => base > 1 && base <= 100,
      refused("base", "The clock's base is above 1 and at most 100."),
    ),
  period: z
    .number()
    .refine(
      (period) => period >= 1 && period <= 240,
      refused("period", "The clock's period is 1 to 240 months."),
    ),
};

const scenario = { name: line(80), ...question };

export const ScenarioInput = z
  .strictObject({
    ...scenario,
    months: scenario.months.default(0),
    likelihoods: scenario.likelihoods.default({}),
    base: scenario.base.default(2),
    period: scenario.period.default(18),
  })
  .meta({ id: "ScenarioInput" });
export type ScenarioInput = z.infer<typeof ScenarioInput>;

export const ScenarioPatch = z.strictObject(scenario).partial().meta({ id: "ScenarioPatch" });
export type ScenarioPatch = z.infer<typeof ScenarioPatch>;

/** Saved for the team: what is simulated, never what comes of it. */
export const Scenario = z
  .object({
    id: Id,
    name: z.string(),
    releaseIds: z.array(Id),
    months: z.number(),
    likelihoods: z.record(z.string(), z.number()),
    base: z.number(),
    period: z.number(),
    by: z.object({ id: Id, name: z.string() }),
  })
  .meta({ id: "Scenario" });
export type Scenario = z.infer<typeof Scenario>;
export const Scenarios = z.object({ items: z.array(Scenario) }).meta({ id: "Scenarios" });
export type Scenarios = z.infer<typeof Scenarios>;

/** A catalogue and its releases as a file: what a new team starts from. */
export const TideSeed = z.object({
  capabilities: z.array(
    z.object({
      key: CapabilityKey,
      name: Named,
      level: Level100,
      status: z.enum(levelStatuses),
      citation: Citation,
    }),
  ),
  releases: z.array(
    ReleaseInput.omit({ source: true }).extend({ key: CapabilityKey, citation: Citation }),
  ),
});
export type TideSeed = z.infer<typeof TideSeed>;
