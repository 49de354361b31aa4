import { z } from "zod";
import { CandidateInput, TrialInput } from "../candidates/contract.js";
import { EvidenceStatus, evidenceKinds } from "../evidence/contract.js";
import { FieldKey, FieldType, FieldValues } from "../fields/contract.js";
import { Timestamp, verbatim, webAddress } from "../kernel/contract.js";
import { Score } from "../reviews/contract.js";
import { Decision, Stage } from "../stages/contract.js";
import { RelianceInput } from "../tide/reliance.js";

/**
 * The portfolio file: a team's candidates with all that hangs on them, as far as its exporter may see it.
 * It names nothing by an id, so that it says the same of every team that holds the same. It is one JSON
 * document with one record a line, so that it is written and read as a stream:
 *
 *   {"format":"highwater","version":1,"exportedOn":…,"exportedBy":…,"fields":[…],"candidates":[
 *   {…},
 *   {…}
 *   ],"files":[
 *   {"sha256":…,"name":…,"type":…,"size":…},
 *   {"base64":…}
 *   ],"digest":"sha256:…"}
 */
export const portfolioFormat = "highwater";
export const portfolioVersion = 1;

/** A member by name; `nth` tells those of one name apart, by who came first. */
export const PortfolioPerson = z.strictObject({
  name: z.string(),
  email: z.string().nullable(),
  nth: z.int().min(1),
});
export type PortfolioPerson = z.infer<typeof PortfolioPerson>;

export const PortfolioField = z.strictObject({
  key: FieldKey,
  name: z.string(),
  type: FieldType,
  options: z.array(z.string()),
  archivedAt: Timestamp.nullable(),
});
export type PortfolioField = z.infer<typeof PortfolioField>;

const by = PortfolioPerson;
const Trial = TrialInput.extend({ by, createdAt: Timestamp });
export const PortfolioFile = z.strictObject({
  sha256: z.string(),
  name: z.string(),
  type: z.string(),
  size: z.int(),
});
export type PortfolioFile = z.infer<typeof PortfolioFile>;

const Evidence = z.strictObject({
  kind: z.enum(evidenceKinds),
  status: EvidenceStatus,
  title: verbatim.max(300).nullable(),
  url: webAddress.nullable(),
  text: verbatim.max(50_000).nullable(),
  who: verbatim.max(200).nullable(),
  on: z.iso.date().nullable(),
  file: PortfolioFile.nullable(),
  by,
  createdAt: Timestamp,
});
const PastDecision = z.strictObject({
  ...Decision.omit({ by: true, ownerId: true }).shape,
  by,
  owner: PortfolioPerson.nullable(),
  from: Stage,
  withdrawnAt: Timestamp.nullable(),
  withdrawnBy: PortfolioPerson.nullable(),
});
/** A citation by place, from 0: in the candidate's `evidence`, or in its `trials`. */
const Cited = z.strictObject({
  evidence: z.int().min(0).optional(),
  trial: z.int().min(0).optional(),
  quote: z.string().optional(),
});
export type PortfolioCited = z.infer<typeof Cited>;
const Scores = z.record(z.string(), Score.extend({ citations: z.array(Cited).optional() }));
export type PortfolioScores = z.infer<typeof Scores>;
const SignedVersion = z.strictObject({
  version: z.int().min(1),
  rubricVersion: z.int(),
  summary: z.string().nullable(),
  scores: Scores,
  signedAt: Timestamp,
});
const SignedReview = SignedVersion.extend({
  by,
  notBlind: z.boolean(),
  firstSignedAt: Timestamp,
  /** What was signed before it was amended: in the full copy only. */
  earlier: z.array(SignedVersion).default([]),
});
/** In the full copy only: else a restored team would show its members what they stepped back from. */
const PastRecusal = z.strictObject({ by, reason: z.string().nullable(), at: Timestamp });

/** In its texts `@[name](member:#n)` means the n-th of `mentions`, from 0. */
const Said = z.strictObject({
  by,
  text: verbatim.max(10_000),
  mentions: z.array(PortfolioPerson),
  citations: z.array(Cited),
  createdAt: Timestamp,
  editedAt: Timestamp.nullable(),
  removedAt: Timestamp.nullable(),
  /** What it said before it was edited, from when on. */
  earlier: z.array(z.strictObject({ text: verbatim.max(10_000), at: Timestamp })),
});
export type PortfolioSaid = z.infer<typeof Said>;
const Thread = Said.extend({
  criterion: z.string().nullable(),
  resolvedAt: Timestamp.nullable(),
  resolvedBy: PortfolioPerson.nullable(),
  answers: z.array(Said),
});
const Champion = z.strictObject({ by, reason: verbatim.max(2000), at: Timestamp });
const Disagreement = z.strictObject({
  criterion: z.string(),
  openedAt: Timestamp,
  settledAt: Timestamp.nullable(),
  settledBy: PortfolioPerson.nullable(),
  note: verbatim.max(2000).nullable(),
});
const Assignment = z.strictObject({
  to: PortfolioPerson,
  by,
  dueOn: z.iso.date().nullable(),
  createdAt: Timestamp,
});

/** What it leans on, once a member has said so. */
const Leaning = RelianceInput.required().extend({ by, at: Timestamp });

/**
 * What a candidate has beside facts and fields. A restored review is marked imported. Comments are there where its
 * exporter sees the reviews; champions and disagreements where they are revealed.
 */
export const PortfolioExtras = z.strictObject({
  stage: Stage,
  sample: z.boolean(),
  revealedAt: Timestamp.nullable(),
  archivedAt: Timestamp.nullable(),
  createdAt: Timestamp,
  createdBy: PortfolioPerson.nullable(),
  owner: PortfolioPerson.nullable(),
  decisions: z.array(PastDecision),
  trials: z.array(Trial),
  evidence: z.array(Evidence),
  reviews: z.array(SignedReview),
  recusals: z.array(PastRecusal).default([]),
  comments: z.array(Thread).default([]),
  champions: z.array(Champion).default([]),
  disagreements: z.array(Disagreement).default([]),
  assignments: z.array(Assignment).default([]),
  reliance: Leaning.nullable().default(null),
});
export type PortfolioExtras = z.infer<typeof PortfolioExtras>;

/** Facts that say nothing (null, false, an empty list) are left out. */
export const PortfolioFacts = CandidateInput.omit({ ownerId: true, fields: true });
export type PortfolioFacts = z.infer<typeof PortfolioFacts>;
export const portfolioFactKeys = Object.keys(PortfolioFacts.shape) as (keyof PortfolioFacts)[];

export const PortfolioCandidate = z.strictObject({
  facts: PortfolioFacts,
  fields: FieldValues,
  extras: PortfolioExtras,
});
export type PortfolioCandidate = z.infer<typeof PortfolioCandidate>;

export const PortfolioHead = z.object({
  format: z.literal(portfolioFormat),
  version: z.literal(portfolioVersion),
  exportedOn: z.iso.date(),
  exportedBy: z.string(),
  fields: z.array(PortfolioField),
});
export type PortfolioHead = z.infer<typeof PortfolioHead>;
