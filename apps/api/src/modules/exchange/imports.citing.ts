import type { SourceCitation } from "@highwater/shared/evidence/citing";
import type { PortfolioCited, PortfolioScores } from "@highwater/shared/exchange/portfolio";
import type { Scores } from "@highwater/shared/reviews/contract";
import type { Attached } from "./attaching.js";

/** A citation names a place of the file's lists, and here what has come to stand there. */
export const scoresCiting = (scores: PortfolioScores, places: Attached["places"]): Scores =>
  Object.fromEntries(
    Object.entries(scores).map(([key, { citations = [], ...score }]) => [
      key,
      { ...score, citations: citations.flatMap((one) => citationAt(one, places)) },
    ]),
  );

export function citationAt(
  { evidence, trial, quote }: PortfolioCited,
  places: Attached["places"],
): SourceCitation[] {
  const evidenceId = evidence === undefined ? undefined : places.evidence[evidence];
  const trialId = trial === undefined ? undefined : places.trials[trial];
  const words = quote === undefined ? {} : { quote };
  if (evidenceId) return [{ evidenceId, ...words }];
  return trialId ? [{ trialId, ...words }] : [];
}
