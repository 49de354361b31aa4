import type {
  PortfolioExtras,
  PortfolioSaid,
  PortfolioScores,
} from "@highwater/shared/exchange/portfolio";
import type { StagedRow } from "./row-plan.js";

/** A member's id, or `#n` for the n-th person whom the file names. */
export type Ref = string;

interface StagedVersion {
  number: number | null;
  rubricVersion: number | null;
  summary: string | null;
  scores: PortfolioScores;
  signedAt: string | null;
}

export interface StagedReview {
  by: Ref;
  notBlind: boolean;
  /** Null is the time of the commit. */
  signedAt: string | null;
  versions: StagedVersion[];
}

type Told<T> = Omit<T, "by"> & { by: Ref };
type One<K extends keyof PortfolioExtras> = PortfolioExtras[K] extends (infer T)[] ? T : never;

/** What comes with a staged row beside facts and fields. */
export interface Extras {
  /** Of the candidate that the row becomes where it becomes one. */
  id: string;
  state: {
    stage: PortfolioExtras["stage"];
    sample: boolean;
    revealedAt: string | null;
    archivedAt: string | null;
    createdAt: string;
    createdBy: Ref | null;
    owner: Ref | null;
  } | null;
  decisions: (Omit<Told<One<"decisions">>, "withdrawnBy" | "owner"> & {
    withdrawnBy: Ref | null;
    owner: Ref | null;
  })[];
  trials: Told<One<"trials">>[];
  evidence: (Told<One<"evidence">> & { fileId: string | null })[];
  reviews: StagedReview[];
  recusals: Told<One<"recusals">>[];
  comments: StagedThread[];
  champions: Told<One<"champions">>[];
  disagreements: (Omit<One<"disagreements">, "settledBy"> & { settledBy: Ref | null })[];
  assignments: (Omit<Told<One<"assignments">>, "to"> & { to: Ref })[];
  reliance: Told<NonNullable<PortfolioExtras["reliance"]>> | null;
}

export type StagedSaid = Omit<Told<PortfolioSaid>, "mentions"> & { mentions: Ref[] };
type StagedThread = StagedSaid &
  Pick<One<"comments">, "criterion" | "resolvedAt"> & {
    resolvedBy: Ref | null;
    answers: StagedSaid[];
  };

export const onlyReviews = (id: string, review: StagedReview): Extras => ({
  id,
  state: null,
  decisions: [],
  trials: [],
  evidence: [],
  reviews: [review],
  recusals: [],
  comments: [],
  champions: [],
  disagreements: [],
  assignments: [],
  reliance: null,
});

export interface Of {
  teamId: string;
  importId: string;
}

/** A row on its way into the staging table, with what it brings. */
export interface Staged {
  made: StagedRow;
  extras: Extras | null;
}
