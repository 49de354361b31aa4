import { z } from "zod";
import {
  Cursor,
  Id,
  Limit,
  line,
  pageOf,
  prose,
  searchText,
  Timestamp,
} from "../kernel/contract.js";
import { Stage } from "../stages/contract.js";

export const kinds = ["startup", "idea"] as const;
export const markets = ["US", "CN", "global"] as const;
export const deployments = ["api", "vpc", "on-prem", "edge"] as const;
export const positionings = ["helper", "co-worker", "replacement"] as const;
export const modelStrategies = ["api", "fine-tune", "own", "cascade", "public-private"] as const;
export const moats = [
  "heavy-operations",
  "network",
  "licence",
  "private-data",
  "workflow",
  "know-how",
  "private-deployment",
  "internal-cost",
] as const;
export const frequencies = ["daily", "weekly", "monthly", "rarely"] as const;
export const trialStatuses = ["first-hand", "public", "unconfirmed", "hearsay"] as const;
/** Verticals that the minutes name; a team may write any other. */
export const knownVerticals = [
  "service",
  "writing",
  "companionship",
  "counselling",
  "employee-service",
  "seo",
  "input-method",
  "teaching",
  "legal",
  "hr",
  "biotech",
  "elderly",
  "games",
  "code",
  "design",
  "knowledge",
  "commerce",
  "tooling",
  "energy",
  "finance",
  "video",
  "other",
] as const;

const webAddress = z
  .url({ protocol: /^https?$/, error: "Write the whole address, with https://." })
  .max(2000);

export const PainScenario = z.strictObject({
  name: line(200),
  frequency: z.enum(frequencies).nullable().default(null),
  saving: line(200).nullable().default(null),
});
export const Person = z.strictObject({
  name: line(120),
  role: line(120).nullable().default(null),
  link: webAddress.nullable().default(null),
  knownBy: line(120).nullable().default(null),
});

/** The facts of a candidate. Only the name is required; null empties a field. */
const facts = {
  name: line(200),
  website: webAddress.nullable(),
  thesis: line(500).nullable(),
  problem: prose(5000).nullable(),
  description: prose(20000).nullable(),
  kind: z.enum(kinds).nullable(),
  interface: line(200).nullable(),
  vertical: line(60).nullable(),
  market: z.enum(markets).nullable(),
  buyer: line(200).nullable(),
  regulatedBuyer: z.boolean(),
  deployment: z.enum(deployments).nullable(),
  tags: z.array(line(60)).max(50),
  positioning: z.enum(positionings).nullable(),
  painScenarios: z.array(PainScenario).max(50),
  moats: z.array(z.enum(moats)).max(moats.length),
  thinWrapper: z.boolean(),
  modelStrategy: z.enum(modelStrategies).nullable(),
  qualityNow: z.int().min(0).max(100).nullable(),
  pathTo90: prose(5000).nullable(),
  partners: prose(2000).nullable(),
  people: z.array(Person).max(50),
  overlookedInsight: prose(5000).nullable(),
  source: line(500).nullable(),
  ownerId: Id.nullable(),
  confidential: z.boolean(),
  notes: prose(20000).nullable(),
};

export const CandidateInput = z
  .strictObject(facts)
  .partial()
  .required({ name: true })
  .meta({ id: "CandidateInput" });
export type CandidateInput = z.infer<typeof CandidateInput>;

export const CandidatePatch = z.strictObject(facts).partial().meta({ id: "CandidatePatch" });
export type CandidatePatch = z.infer<typeof CandidatePatch>;

export const Candidate = z
  .object({
    ...facts,
    id: Id,
    stage: Stage,
    revealedAt: Timestamp.nullable(),
    archivedAt: Timestamp.nullable(),
    sample: z.boolean(),
    createdById: Id.nullable(),
    createdAt: Timestamp,
    updatedAt: Timestamp,
  })
  .meta({ id: "Candidate" });
export type Candidate = z.infer<typeof Candidate>;

export const CandidateQuery = z.strictObject({
  q: searchText(200).optional(),
  stage: Stage.optional(),
  vertical: line(60).optional(),
  tag: line(60).optional(),
  archived: z.stringbool().default(false),
  sort: z.enum(["name", "-name", "createdAt", "-createdAt"]).default("-createdAt"),
  limit: Limit,
  cursor: Cursor.optional(),
});
export type CandidateQuery = z.infer<typeof CandidateQuery>;

export const CandidatePage = pageOf(Candidate).meta({ id: "CandidatePage" });
export type CandidatePage = z.infer<typeof CandidatePage>;

/** What a candidate might already stand in the pipeline as. */
export const DuplicateQuery = z.strictObject({
  name: searchText(200).optional(),
  website: searchText(2000).optional(),
  except: Id.optional(),
});
export type DuplicateQuery = z.infer<typeof DuplicateQuery>;

export const Duplicate = z
  .object({
    id: Id,
    name: z.string(),
    website: z.string().nullable(),
    stage: Stage,
    because: z.enum(["website", "name"]),
  })
  .meta({ id: "Duplicate" });
export const Duplicates = z.object({ items: z.array(Duplicate) }).meta({ id: "Duplicates" });
export type Duplicates = z.infer<typeof Duplicates>;

/** What the filters of the pipeline may offer: the verticals, tags and owners in use. */
export const Facets = z
  .object({ verticals: z.array(z.string()), tags: z.array(z.string()) })
  .meta({ id: "Facets" });
export type Facets = z.infer<typeof Facets>;

export const TrialInput = z
  .strictObject({
    task: line(500),
    grade: z.int().min(0).max(100),
    on: z.iso.date(),
    status: z.enum(trialStatuses).default("first-hand"),
    note: prose(5000).nullable().default(null),
  })
  .meta({ id: "TrialInput" });
export type TrialInput = z.infer<typeof TrialInput>;

export const Trial = z
  .object({
    id: Id,
    task: z.string(),
    grade: z.int(),
    on: z.iso.date(),
    status: z.enum(trialStatuses),
    note: z.string().nullable(),
    by: z.object({ id: Id, name: z.string() }),
    createdAt: Timestamp,
  })
  .meta({ id: "Trial" });
export type Trial = z.infer<typeof Trial>;
export const Trials = z.object({ items: z.array(Trial) }).meta({ id: "Trials" });
export type Trials = z.infer<typeof Trials>;
