import { randomUUID } from "node:crypto";
import { nameKey, websiteKey } from "@highwater/shared/candidates/likeness";
import { mentionsIn } from "@highwater/shared/discussion/mentions";
import type { RowError } from "@highwater/shared/exchange/contract";
import {
  PortfolioCandidate,
  type PortfolioExtras,
  type PortfolioSaid,
} from "@highwater/shared/exchange/portfolio";
import type { FieldValues } from "@highwater/shared/fields/contract";
import { checkValue } from "@highwater/shared/fields/values";
import { newId } from "../../platform/new-id.js";
import type { Extras } from "./extras.js";
import type { People } from "./people.js";
import type { FieldPlan } from "./portfolio.fields.js";
import type { StagedRow } from "./row-plan.js";

export interface StagingPlan {
  people: People;
  fields: ReadonlyMap<string, FieldPlan>;
  /** Criteria of the team's rubric. */
  criteria: ReadonlySet<string>;
}

/** PostgreSQL keeps no NUL and no half of a character. */
const storable = (value: unknown): boolean => {
  if (typeof value === "string") return !value.includes("\u0000") && value.isWellFormed();
  if (typeof value !== "object" || value === null) return true;
  return Object.entries(value).every(([key, held]) => storable(key) && storable(held));
};

const nameIn = (value: unknown): string | null => {
  const facts = (value as { facts?: { name?: unknown } } | null)?.facts;
  return typeof facts?.name === "string" && storable(facts.name) ? facts.name.slice(0, 200) : null;
};

/** One candidate of a portfolio file as a row: everything in it as a candidate here may have it, or why not. */
export function stageCandidate(
  row: number,
  value: unknown,
  plan: StagingPlan,
): { made: StagedRow; extras: Extras | null } {
  const errors: RowError[] = [];
  const refuse = (column: string, code: string, reason: string) =>
    errors.push({ row, column, value: "", code, reason });
  const read = storable(value) ? PortfolioCandidate.safeParse(value) : null;
  if (!read) refuse("", "text.unstorable", "Remove the NUL or broken characters.");
  for (const { path, code, message } of read?.error?.issues ?? [])
    refuse(path.join("."), code, message);
  const id = newId();
  if (!read?.success) {
    const name = nameIn(value);
    const nothing = { nameKey: null, websiteKey: null, facts: {}, fields: {} };
    return { made: { row, id, name, ...nothing, errors }, extras: null };
  }
  const { facts, fields, extras } = read.data;
  const { name, ...rest } = facts;
  const made: StagedRow = {
    ...{ row, id, name, errors },
    nameKey: nameKey(name),
    websiteKey: facts.website ? websiteKey(facts.website) : null,
    facts: rest,
    fields: valuesOf(fields, plan, refuse),
  };
  insistOnReviews(extras, plan, refuse);
  insistOnTalk(extras, plan, refuse);
  return { made, extras: extrasOf(id, extras, plan.people) };
}

type Refuse = (column: string, code: string, reason: string) => unknown;

/** What an option was once, it stays: a value may stand on one that is gone. */
function valuesOf(fields: FieldValues, plan: StagingPlan, refuse: Refuse) {
  const values: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(fields)) {
    const field = plan.fields.get(key);
    if (!field) {
      refuse(
        `fields.${key}`,
        "fields.unknown",
        "The file says nothing of this field. Take it out.",
      );
      continue;
    }
    const options = typeof value === "string" ? [value] : [];
    const checked = checkValue({ key, type: field.file.type, options }, value);
    if ("error" in checked) refuse(`fields.${key}`, checked.error.code, checked.error.message);
    else if (checked.value !== null) values[field.staged] = checked.value;
  }
  return values;
}

function insistOnReviews(
  { reviews, evidence }: PortfolioExtras,
  plan: StagingPlan,
  refuse: Refuse,
) {
  const authors = new Set<string>();
  for (const { by, scores, earlier } of reviews) {
    const author = plan.people.refOf(by);
    if (authors.has(author))
      refuse(
        "reviews",
        "imports.reviewed_twice",
        `${by.name} has two reviews of it. Take one out.`,
      );
    authors.add(author);
    const keys = [scores, ...earlier.map((version) => version.scores)].flatMap(Object.keys);
    const stranger = keys.find((key) => !plan.criteria.has(key));
    if (stranger !== undefined)
      refuse(
        "reviews",
        "reviews.unknown_criterion",
        `The rubric here has no criterion “${stranger}”. It has: ${[...plan.criteria].join(", ")}.`,
      );
  }
  if (evidence.some(({ kind, file }) => (kind === "file") !== (file !== null)))
    refuse(
      "evidence",
      "evidence.file",
      "Evidence of the kind file names its file, and no other does.",
    );
}

/** What begins with the reveal comes with it, and what names a criterion or a person names one there is. */
function insistOnTalk(extras: PortfolioExtras, { criteria }: StagingPlan, refuse: Refuse) {
  const { comments, champions, disagreements, revealedAt } = extras;
  if (revealedAt === null && champions.length + disagreements.length > 0)
    refuse(
      "champions",
      "stages.not_revealed",
      "Champions and disagreements begin with the reveal.",
    );
  const named = [...comments, ...disagreements].flatMap(({ criterion }) => criterion ?? []);
  const stranger = named.find((key) => !criteria.has(key));
  if (stranger !== undefined)
    refuse(
      "comments",
      "reviews.unknown_criterion",
      `The rubric here has no criterion “${stranger}”. It has: ${[...criteria].join(", ")}.`,
    );
  const said = comments.flatMap(({ answers, ...thread }) => [thread, ...answers]);
  const lost = said.some(({ text, earlier, mentions }) =>
    [text, ...earlier.map((version) => version.text)]
      .flatMap(mentionsIn)
      .some(({ memberId }) => mentions[Number(memberId.slice(1))] === undefined),
  );
  if (lost)
    refuse(
      "comments",
      "discussion.mention_unknown",
      "A comment names somebody whom it doesn't list.",
    );
}

function extrasOf(id: string, extras: PortfolioExtras, people: People): Extras {
  const ref = people.refOf.bind(people);
  const maybe = (person: PortfolioExtras["owner"]) => (person ? people.refOf(person) : null);
  const said = ({ by, mentions }: PortfolioSaid) => ({ by: ref(by), mentions: mentions.map(ref) });
  const { stage, sample, revealedAt, archivedAt, createdAt } = extras;
  const state = { stage, sample, revealedAt, archivedAt, createdAt };
  return {
    id,
    state: { ...state, createdBy: maybe(extras.createdBy), owner: maybe(extras.owner) },
    decisions: extras.decisions.map((decision) => ({
      ...decision,
      by: ref(decision.by),
      withdrawnBy: maybe(decision.withdrawnBy),
      owner: maybe(decision.owner),
    })),
    trials: extras.trials.map((trial) => ({ ...trial, by: ref(trial.by) })),
    evidence: extras.evidence.map((evidence) => ({
      ...evidence,
      by: ref(evidence.by),
      fileId: evidence.file ? randomUUID() : null,
    })),
    reviews: extras.reviews.map(({ by, notBlind, firstSignedAt, earlier, ...latest }) => ({
      ...{ by: ref(by), notBlind, signedAt: firstSignedAt },
      versions: [...earlier, latest].map(({ version, ...said }) => ({ ...said, number: version })),
    })),
    recusals: extras.recusals.map((recusal) => ({ ...recusal, by: ref(recusal.by) })),
    comments: extras.comments.map(({ answers, ...thread }) => ({
      ...thread,
      ...said(thread),
      resolvedBy: maybe(thread.resolvedBy),
      answers: answers.map((answer) => ({ ...answer, ...said(answer) })),
    })),
    champions: extras.champions.map((champion) => ({ ...champion, by: ref(champion.by) })),
    disagreements: extras.disagreements.map((one) => ({ ...one, settledBy: maybe(one.settledBy) })),
    assignments: extras.assignments.map((one) => ({ ...one, to: ref(one.to), by: ref(one.by) })),
    reliance: extras.reliance && { ...extras.reliance, by: ref(extras.reliance.by) },
  };
}
