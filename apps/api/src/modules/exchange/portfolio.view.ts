import {
  PortfolioCandidate,
  type PortfolioFile,
  portfolioFactKeys,
} from "@highwater/shared/exchange/portfolio";
import type { Scores } from "@highwater/shared/reviews/contract";
import { RelianceInput } from "@highwater/shared/tide/reliance";
import type { Recusal } from "../../generated/prisma/client.js";
import type { SightService } from "../reviews/sight.service.js";
import {
  citedAt,
  day,
  inOrder,
  maybe,
  moment,
  nameOf,
  type People,
  type Places,
  placed,
} from "./portfolio.naming.js";
import type { PortfolioRow } from "./portfolio.queries.js";
import { talkOf } from "./portfolio.talk.js";

type FileReviews = Awaited<ReturnType<SightService["forFile"]>>;
const empty = (value: unknown) =>
  value === null || value === false || (Array.isArray(value) && value.length === 0);

export const fileOf = (
  file: NonNullable<PortfolioRow["evidence"][number]["file"]>,
): PortfolioFile => ({
  sha256: file.sha256 ?? "",
  name: file.name,
  type: file.type,
  size: Number(file.size),
});

function evidenceOf(row: PortfolioRow, people: People) {
  return row.evidence.map(
    ({ kind, status, title, url, text, who, on, file, memberId, createdAt }) => ({
      kind,
      status,
      title,
      url,
      text,
      who,
      on: day(on),
      file: file && fileOf(file),
      by: nameOf(people, memberId),
      createdAt: createdAt.toISOString(),
    }),
  );
}

const trialsOf = (row: PortfolioRow, people: People) =>
  row.trials.map(({ task, grade, on, status, note, memberId, createdAt }) => ({
    task,
    grade,
    on: day(on),
    status,
    note,
    by: nameOf(people, memberId),
    createdAt: createdAt.toISOString(),
  }));

const decisionsOf = (row: PortfolioRow, people: People) =>
  row.decisions.map((decision) => ({
    outcome: decision.outcome,
    reason: decision.reason,
    nextLook: day(decision.nextLook),
    trigger: decision.trigger,
    owner: maybe(people, decision.ownerId),
    dueOn: day(decision.dueOn),
    by: nameOf(people, decision.memberId),
    at: decision.at.toISOString(),
    from: decision.from,
    withdrawnAt: moment(decision.withdrawnAt),
    withdrawnBy: maybe(people, decision.withdrawnById),
  }));

const relianceOf = ({ reliance }: PortfolioRow, people: People) =>
  reliance && {
    ...RelianceInput.required().parse({ items: reliance.items, vectors: reliance.vectors }),
    by: nameOf(people, reliance.memberId),
    at: reliance.at.toISOString(),
  };

const scoresAt = (scores: Scores, evidence: Places, trials: Places) =>
  Object.fromEntries(
    Object.entries(scores).map(([key, { citations, ...score }]) => [
      key,
      citations
        ? { ...score, citations: citations.map((one) => citedAt(one, evidence, trials)) }
        : score,
    ]),
  );

interface Told {
  reviews: FileReviews;
  recusals: readonly Recusal[];
  /** Whether its exporter sees its reviews; whether it is the host's full copy. */
  seen: boolean;
  whole: boolean;
}

/** One candidate with all that hangs on it and its exporter may see. */
export function portfolioCandidate(
  row: PortfolioRow,
  people: People,
  { reviews, recusals, ...sight }: Told,
): PortfolioCandidate {
  const facts = portfolioFactKeys.map((key) => [key, row[key]] as const);
  const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
  const trials = placed(trialsOf(row, people), ids(row.trials));
  const evidence = placed(evidenceOf(row, people), ids(row.evidence));
  const cited = <T extends { scores: Scores }>(version: T) => ({
    ...version,
    scores: scoresAt(version.scores, evidence.places, trials.places),
  });
  return PortfolioCandidate.parse({
    facts: Object.fromEntries(facts.filter(([, value]) => !empty(value))),
    fields: row.fields,
    extras: {
      stage: row.stage,
      sample: row.sample,
      revealedAt: moment(row.revealedAt),
      archivedAt: moment(row.archivedAt),
      createdAt: row.createdAt.toISOString(),
      createdBy: maybe(people, row.createdById),
      owner: maybe(people, row.ownerId),
      decisions: inOrder(decisionsOf(row, people)),
      trials: trials.items,
      evidence: evidence.items,
      reviews: inOrder(
        reviews.map(({ memberId, said: { earlier, ...latest } }) => ({
          by: nameOf(people, memberId),
          ...cited(latest),
          earlier: earlier.map(cited),
        })),
      ),
      recusals: inOrder(
        recusals.map(({ memberId, reason, at }) => ({
          by: nameOf(people, memberId),
          reason,
          at: at.toISOString(),
        })),
      ),
      reliance: relianceOf(row, people),
      ...talkOf(row, people, { ...sight, evidence: evidence.places, trials: trials.places }),
    },
  });
}
