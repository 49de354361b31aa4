import { quotes, type SourceCitation, sameCitation } from "@highwater/shared/evidence/citing";
import { invalid } from "@highwater/shared/kernel/problem";
import { Injectable } from "@nestjs/common";
import type { ReadDb } from "../../platform/team-scope.js";

interface Place {
  /** Of the list of citations, in the input. */
  pointer: string;
  /** What stood there already: it may have been removed since, and stays. */
  standing: readonly SourceCitation[];
}

/** What reasons rest on: evidence and trials of the same candidate, and words that stand in them. */
@Injectable()
export class CitingService {
  async insist(
    db: Pick<ReadDb, "evidence" | "trial">,
    candidateId: string,
    citations: readonly SourceCitation[],
    { pointer, standing }: Place,
  ) {
    for (const [at, citation] of citations.entries()) {
      if (standing.some((one) => sameCitation(one, citation))) continue;
      const texts = await textsOf(db, candidateId, citation);
      if (!texts)
        throw invalid(
          `${pointer}/${at}`,
          "evidence.cite_missing",
          "This candidate has no such evidence or trial (any more). Choose another.",
        );
      const { quote } = citation;
      if (quote && texts.length > 0 && !texts.some((text) => quotes(text, quote)))
        throw invalid(
          `${pointer}/${at}/quote`,
          "evidence.cite_quote",
          "These words don't stand in it as they are written. Select them in its text.",
        );
    }
  }
}

/** The texts that may be quoted; null where there is no such source. */
async function textsOf(
  db: Pick<ReadDb, "evidence" | "trial">,
  candidateId: string,
  { evidenceId, trialId }: SourceCitation,
): Promise<string[] | null> {
  if (trialId !== undefined) {
    const trial = await db.trial.findFirst({ where: { id: trialId, candidateId } });
    return trial && [trial.task, trial.note].filter((text) => text !== null);
  }
  const piece = await db.evidence.findFirst({ where: { id: evidenceId ?? "", candidateId } });
  return piece && [piece.text, piece.text && piece.title].filter((text) => text !== null);
}
