import type { SourceCitation } from "@highwater/shared/evidence/citing";
import {
  PortfolioCandidate,
  type PortfolioCited,
  type PortfolioFile,
  type PortfolioPerson,
  portfolioFactKeys,
} from "@highwater/shared/exchange/portfolio";
import type { Scores } from "@highwater/shared/reviews/contract";
import type { Recusal } from "../../generated/prisma/client.js";
import type { SightService } from "../reviews/sight.service.js";
import { canonical } from "./portfolio.digest.js";
import type { PortfolioRow } from "./portfolio.queries.js";

export type FileReviews = Awaited<ReturnType<SightService["forFile"]>>;
type People = ReadonlyMap<string, PortfolioPerson>;

const empty = (value: unknown) =>
  value === null || value === false || (Array.isArray(value) && value.length === 0);
const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;
const moment = (date: Date | null) => date?.toISOString() ?? null;

/** The same members in one order, whatever their ids and e-mails are; and where each id has come to stand. */
function placed<T extends object>(items: readonly T[], ids: readonly string[]) {
  const sorted = items
    .map((item, at) => ({ item, id: ids[at] ?? "", text: canonical(item) }))
    .sort((a, b) => (a.text < b.text ? -1 : 1));
  return {
    items: sorted.map(({ item }) => item),
    places: new Map(sorted.map(({ id }, at) => [id, at])),
  };
}

const inOrder = <T extends object>(items: readonly T[]): T[] => placed(items, []).items;

function nameOf(people: People, id: string): PortfolioPerson {
  return people.get(id) ?? { name: "?", email: null, nth: 1 };
}
const maybe = (people: People, id: string | null) => (id ? nameOf(people, id) : null);

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

type Places = ReadonlyMap<string, number>;

/** A citation of what is no longer there keeps its words. */
function citedAt(
  { evidenceId = "", trialId = "", quote }: SourceCitation,
  evidence: Places,
  trials: Places,
): PortfolioCited {
  const [piece, trial] = [evidence.get(evidenceId), trials.get(trialId)];
  return {
    ...(piece === undefined ? {} : { evidence: piece }),
    ...(trial === undefined ? {} : { trial }),
    ...(quote === undefined ? {} : { quote }),
  };
}

const scoresAt = (scores: Scores, evidence: Places, trials: Places) =>
  Object.fromEntries(
    Object.entries(scores).map(([key, { citations, ...score }]) => [
      key,
      citations
        ? { ...score, citations: citations.map((one) => citedAt(one, evidence, trials)) }
        : score,
    ]),
  );

/** One candidate with all that hangs on it and its exporter may see. */
export function portfolioCandidate(
  row: PortfolioRow,
  people: People,
  { reviews, recusals }: { reviews: FileReviews; recusals: readonly Recusal[] },
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
    },
  });
}
