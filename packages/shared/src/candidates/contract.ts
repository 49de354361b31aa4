import { z } from "zod";
import { FieldValues } from "../fields/contract.js";
import {
  Cursor,
  Id,
  Limit,
  line,
  pageOf,
  prose,
  searchText,
  Timestamp,
  verbatim,
  webAddress,
} from "../kernel/contract.js";
import { Decision, Outcome, Stage } from "../stages/contract.js";

export const kinds = ["startup", "idea"] as const;
export const markets = ["US", "CN", "global"] as const;
export type Market = (typeof markets)[number];
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

export const maxTags = 50;

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
  tags: z.array(line(60)).max(maxTags),
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
  /** Values of the team's own fields. In an edit, keys that are left out keep their value. */
  fields: FieldValues,
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
    decision: Decision.nullable(),
    archivedAt: Timestamp.nullable(),
    sample: z.boolean(),
    createdById: Id.nullable(),
    createdAt: Timestamp,
    updatedAt: Timestamp,
  })
  .meta({ id: "Candidate" });
export type Candidate = z.infer<typeof Candidate>;

/** What selects candidates: of a list, a bulk edit, a saved view and an export alike. */
export const CandidateFilter = z.strictObject({
  q: searchText(200).optional(),
  stage: Stage.optional(),
  vertical: line(60).optional(),
  tag: line(60).optional(),
  owner: Id.optional(),
  outcome: Outcome.optional(),
  import: Id.optional(),
  /** Team fields: `section:Text,founded>=2020,amount<=5`, values percent-encoded where they hold a comma. */
  fields: z.string().max(2000).optional(),
  archived: z.stringbool().default(false),
});
export type CandidateFilter = z.infer<typeof CandidateFilter>;

/** A column of the list, or `fields.<key>`; a minus in front turns it round. */
export const CandidateSort = z
  .string()
  .regex(/^-?(name|createdAt|updatedAt|stage|vertical|owner|fields\.[a-z][a-z0-9_]{0,39})$/);

export const CandidateQuery = CandidateFilter.extend({
  sort: CandidateSort.default("-createdAt"),
  limit: Limit,
  cursor: Cursor.optional(),
});
export type CandidateQuery = z.infer<typeof CandidateQuery>;

/** `count` is how many the filter selects, on whatever page. */
export const CandidatePage = pageOf(Candidate)
  .extend({ count: z.int() })
  .meta({ id: "CandidatePage" });
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
export type Duplicate = z.infer<typeof Duplicate>;
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

/** Beyond these a paste is refused in words; the import takes more. */
export const maxPastedCharacters = 200_000;
export const maxCaptured = 1000;

/** Pasted text: names or addresses one a line, a copied table, or a shared message. */
export const CaptureText = z.strictObject({ text: verbatim }).meta({ id: "CaptureText" });
export type CaptureText = z.infer<typeof CaptureText>;

export const CapturedRow = z
  .object({
    /** The line of the pasted text that it begins on, from 1. */
    line: z.int(),
    input: CandidateInput,
    /** Candidates that it may already stand for. */
    duplicates: z.array(Duplicate),
    /** An earlier line of the same text that says the same. */
    sameAs: z.int().nullable(),
  })
  .meta({ id: "CapturedRow" });
export type CapturedRow = z.infer<typeof CapturedRow>;
/** `unread` are lines that hold neither a name nor an address. */
export const Captured = z
  .object({
    rows: z.array(CapturedRow),
    unread: z.array(z.object({ line: z.int(), text: z.string() })),
  })
  .meta({ id: "Captured" });
export type Captured = z.infer<typeof Captured>;

/** All of them in one act, or none. */
export const CaptureInput = z
  .strictObject({ candidates: z.array(CandidateInput).min(1).max(maxCaptured) })
  .meta({ id: "CaptureInput" });
export type CaptureInput = z.infer<typeof CaptureInput>;

/** What was entered, in the order of the input. */
export const Entered = z.object({ ids: z.array(Id) }).meta({ id: "Entered" });

/** What happened to many at once; undone as one by `POST /candidates/bulk/:id/undo`. */
export const BulkReport = z
  .object({
    id: Id,
    changed: z.int(),
    /** What was left as it is, and why. */
    skipped: z.array(z.object({ id: Id, name: z.string(), code: z.string(), reason: z.string() })),
  })
  .meta({ id: "BulkReport" });
export type BulkReport = z.infer<typeof BulkReport>;

export const BulkChange = z
  .strictObject({
    stage: Stage.optional(),
    addTags: z.array(line(60)).max(20).optional(),
    removeTags: z.array(line(60)).max(20).optional(),
    vertical: line(60).nullable().optional(),
    ownerId: Id.nullable().optional(),
    archived: z.boolean().optional(),
  })
  .refine((change) => Object.values(change).some((value) => value !== undefined), {
    error: "Say what to change.",
    params: { code: "candidates.bulk_nothing" },
  });
export type BulkChange = z.infer<typeof BulkChange>;

export const maxBulk = 50_000;

/** A filter as a body names it. */
export const BulkFilter = CandidateFilter.extend({
  archived: z.boolean().or(CandidateFilter.shape.archived).default(false),
});

/** Either `ids` or a whole `filter`. */
export const BulkInput = z
  .strictObject({
    ids: z.array(Id).min(1).max(10_000).optional(),
    filter: BulkFilter.optional(),
    change: BulkChange,
  })
  .refine(({ ids, filter }) => (ids === undefined) !== (filter === undefined), {
    error: "Name the candidates by ids, or by a filter.",
    path: ["ids"],
  })
  .meta({ id: "BulkInput" });
export type BulkInput = z.infer<typeof BulkInput>;
