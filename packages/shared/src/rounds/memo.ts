import { type Outcome, outcomes, type Voted } from "../stages/contract.js";
import type { Edition, Frozen, FrozenItem, Memo, MemoItem } from "./frozen.js";

interface Reader {
  edition: Edition;
  /** The candidates that this reader is recused from. */
  recused: ReadonlySet<string>;
}

/**
 * What is printed of a frozen round. The LP edition holds no name of a member, no reason and no
 * confidential candidate; no copy holds figures that its reader may not see.
 */
export function memoOf(frozen: Frozen, { edition, recused }: Reader): Memo {
  const { round, rubric, ranked, attendance } = frozen;
  const inside = edition === "internal";
  return {
    edition,
    number: round.number,
    name: round.name,
    on: round.on,
    closedAt: round.closedAt,
    rubric,
    ranked,
    inside: inside
      ? {
          topic: round.topic,
          host: round.host.name,
          attendance: attendance.map(({ name }) => name),
          startedAt: round.startedAt,
        }
      : null,
    items: frozen.items
      .filter(({ confidential }) => inside || !confidential)
      .map((item) => itemOf(item, inside, recused.has(item.candidateId))),
  };
}

function itemOf(item: FrozenItem, inside: boolean, withheld: boolean): MemoItem {
  const { name, thesis, revealed, confidential, decision } = item;
  const figures = withheld
    ? { rank: null, total: null, coverage: 0, reviews: 0, scores: {} }
    : {
        rank: item.rank,
        total: item.total,
        coverage: item.coverage,
        reviews: item.reviews,
        scores: item.scores,
      };
  return {
    ...{ name, thesis, revealed, confidential, withheld, ...figures },
    tally: withheld || item.votes.length === 0 ? null : tallyOf(item.votes),
    outcome: decision?.outcome ?? null,
    nextLook: decision?.nextLook ?? null,
    inside: inside ? insideOf(item, withheld) : null,
  };
}

const insideOf = ({ marks, champions, votes, decision }: FrozenItem, withheld: boolean) =>
  withheld
    ? {
        marks: [],
        champions: [],
        votes: [],
        dissent: [],
        decision: decision && { ...decision, exception: null, dissent: [] },
      }
    : { marks, champions, votes, dissent: decision?.dissent ?? [], decision };

export const tallyOf = (votes: readonly Pick<Voted, "outcome">[]) =>
  Object.fromEntries(
    outcomes.map((outcome) => [outcome, votes.filter((vote) => vote.outcome === outcome).length]),
  ) as Record<Outcome, number>;
