import { z } from "zod";
import { BulkFilter } from "../candidates/contract.js";
import { Cursor, Id, Limit, pageOf, Timestamp } from "../kernel/contract.js";
import { Stage } from "../stages/contract.js";

/** The most candidates that one act distributes. */
export const maxDistributed = 5_000;
/** The most assignments that one act makes. */
export const maxAssigned = 50_000;

const ids = z.array(Id).min(1).max(10_000);
const DueOn = z.iso.date().nullable().default(null);

/** How many reviewers each candidate shall have, and whom to take. */
export const Automatic = z
  .strictObject({
    candidateIds: ids.optional(),
    filter: BulkFilter.optional(),
    k: z.int().min(1).max(20),
    /** The most that one reviewer may have in all, with what they have already. */
    cap: z.int().min(0).max(maxDistributed).optional(),
    /** Every active reviewer where it is left out. */
    memberIds: ids.optional(),
    /** The same seed on the same pipeline gives the same. The report says which was taken. */
    seed: z.int().min(0).max(0xffff_ffff).optional(),
    dueOn: DueOn,
  })
  .refine(({ candidateIds, filter }) => (candidateIds === undefined) !== (filter === undefined), {
    error: "Name the candidates by candidateIds, or by a filter.",
    path: ["candidateIds"],
  })
  .meta({ id: "AutomaticAssignment" });
export type Automatic = z.infer<typeof Automatic>;

/** By hand: each of the candidates to each of the members. Or `auto`. */
export const AssignmentInput = z
  .strictObject({
    candidateIds: ids.optional(),
    filter: BulkFilter.optional(),
    memberIds: ids.optional(),
    dueOn: DueOn,
    auto: Automatic.optional(),
    /** Reports what would be done, and does nothing. */
    dryRun: z.boolean().default(false),
  })
  .refine(
    ({ candidateIds, filter, memberIds, auto }) =>
      auto === undefined
        ? memberIds !== undefined && (candidateIds === undefined) !== (filter === undefined)
        : candidateIds === undefined && filter === undefined && memberIds === undefined,
    {
      error: "Name candidates (candidateIds or filter) and memberIds, or give auto alone.",
      path: ["candidateIds"],
    },
  )
  .meta({ id: "AssignmentInput" });
export type AssignmentInput = z.infer<typeof AssignmentInput>;

export const AssignmentPatch = z
  .strictObject({ dueOn: z.iso.date().nullable() })
  .meta({ id: "AssignmentPatch" });
export type AssignmentPatch = z.infer<typeof AssignmentPatch>;

const Named = z.object({ id: Id, name: z.string() });

/** Why a candidate, or a member on it, was left out. */
export const skipCodes = [
  "missing",
  "merges.merged_away",
  "candidates.archived",
  "reviews.decided",
  "reviews.revealed",
  "reviews.recused",
  "assignments.already",
  "assignments.conflicts",
  "assignments.caps",
  "assignments.signed",
] as const;
export type SkipCode = (typeof skipCodes)[number];

export const AssignmentReport = z
  .object({
    /** By which `POST /assignments/:id/undo` takes it back; null of a dry run. */
    id: Id.nullable(),
    made: z.int(),
    seed: z.int().nullable(),
    skipped: z.array(
      z.object({
        candidateId: Id,
        name: z.string(),
        memberId: Id.nullable(),
        code: z.enum(skipCodes),
        reason: z.string(),
        /** Of an automatic one: how many reviewers are missing. */
        missing: z.int().nullable(),
      }),
    ),
    /** What each reviewer has on candidates whose reviews are hidden, done or not. */
    loads: z.array(z.object({ memberId: Id, name: z.string(), before: z.int(), after: z.int() })),
  })
  .meta({ id: "AssignmentReport" });
export type AssignmentReport = z.infer<typeof AssignmentReport>;

/**
 * How far it is, as this viewer may know: `hidden` while the reviews of the candidate are hidden from them, since
 * who has signed shows with the reviews. One's own is never hidden, and a recusal is known to all.
 */
export const assignmentStates = ["hidden", "open", "signed", "abstained", "recused"] as const;
export const AssignmentState = z.enum(assignmentStates);
export type AssignmentState = z.infer<typeof AssignmentState>;

export const Assignment = z
  .object({
    id: Id,
    candidate: z.object({ id: Id, name: z.string(), stage: Stage }),
    member: Named,
    by: Named,
    dueOn: z.iso.date().nullable(),
    createdAt: Timestamp,
    state: AssignmentState,
    /** Its due date is past (UTC), and it is not known to be done. */
    overdue: z.boolean(),
    /** How many have signed the candidate. */
    signed: z.int(),
  })
  .meta({ id: "Assignment" });
export type Assignment = z.infer<typeof Assignment>;

/** `overdue=true`: only what is past its date, and not known to be done. */
export const AssignmentQuery = z.strictObject({
  memberId: Id.optional(),
  candidateId: Id.optional(),
  overdue: z.stringbool().optional(),
  limit: Limit,
  cursor: Cursor.optional(),
});
export type AssignmentQuery = z.infer<typeof AssignmentQuery>;

/** Sorted by due date, those without one last. */
export const AssignmentPage = pageOf(Assignment)
  .extend({ count: z.int() })
  .meta({ id: "AssignmentPage" });
export type AssignmentPage = z.infer<typeof AssignmentPage>;

/** One reviewer's assignments, counted by what this viewer may know of each. */
export const ReviewerProgress = z
  .object({
    member: Named,
    assigned: z.int(),
    signed: z.int(),
    abstained: z.int(),
    recused: z.int(),
    open: z.int(),
    hidden: z.int(),
    /** Past their date and not known to be done; the hidden ones may be. */
    overdue: z.int(),
    lastSignedAt: Timestamp.nullable(),
  })
  .meta({ id: "ReviewerProgress" });
export type ReviewerProgress = z.infer<typeof ReviewerProgress>;

export const CandidateProgress = z
  .object({
    id: Id,
    name: z.string(),
    stage: Stage,
    /** Without those recused. */
    assigned: z.int(),
    signed: z.int(),
    needed: z.int(),
    /** The earliest of its assignments. */
    dueOn: z.iso.date().nullable(),
    overdue: z.boolean(),
  })
  .meta({ id: "CandidateProgress" });
export type CandidateProgress = z.infer<typeof CandidateProgress>;

export const ProgressQuery = z.strictObject({ limit: Limit, cursor: Cursor.optional() });
export type ProgressQuery = z.infer<typeof ProgressQuery>;

/** Reviewers in full; candidates with assignments whose reviews are hidden, by due date. */
export const Progress = pageOf(CandidateProgress)
  .extend({ reviewers: z.array(ReviewerProgress), count: z.int() })
  .meta({ id: "AssignmentProgress" });
export type Progress = z.infer<typeof Progress>;
