import type { ReviewHistory, Scores, SignedVersion } from "@highwater/shared/reviews/contract";
import { sees } from "@highwater/shared/reviews/policy";
import type { Actor } from "@highwater/shared/team/contract";
import { Injectable } from "@nestjs/common";
import { Db, found } from "../../platform/db.js";
import { memberName } from "../../platform/member-name.js";
import { scoresView } from "./review.view.js";
import { sightFacts, signedVersions } from "./reviews.source.js";
import { sightOf } from "./sight.service.js";

/** How scores came to be what they are: every signature, by whom, when, and what it changed. */
@Injectable()
export class HistoryService {
  constructor(private readonly db: Db) {}

  of(actor: Actor, candidateId: string): Promise<ReviewHistory> {
    return this.db.read(actor, async (db) => {
      const facts = found(await sightFacts(db, actor, candidateId), "candidate");
      const sight = sightOf(facts);
      if (sight === "recused") return { sight, items: [] };
      const rows = await signedVersions(db, actor, candidateId, sees(sight) ? "all" : "own");
      const { revealedAt } = facts;
      return {
        sight,
        items: rows.map((row) => versionView(row, previousOf(row, rows), actor, revealedAt)),
      };
    });
  }
}

type Row = Awaited<ReturnType<typeof signedVersions>>[number];

const previousOf = (row: Row, rows: readonly Row[]) =>
  rows
    .filter(({ reviewId, number }) => reviewId === row.reviewId && number < row.number)
    .sort((a, b) => b.number - a.number)[0];

function versionView(
  row: Row,
  previous: Row | undefined,
  { memberId }: Actor,
  revealedAt: Date | null,
): SignedVersion {
  const { member, notBlind, imported } = row.review;
  const signedAt = row.signedAt ?? row.savedAt;
  return {
    reviewer: { id: member.id, name: memberName(member), sample: member.sample },
    mine: member.id === memberId,
    version: row.number,
    rubricVersion: row.rubric.version,
    signedAt: signedAt.toISOString(),
    summary: row.summary,
    notBlind,
    revealed: revealedAt !== null && signedAt > revealedAt,
    imported,
    changes: changesOf(previous ? scoresView(previous.scores) : {}, scoresView(row.scores)),
  };
}

function changesOf(before: Scores, after: Scores): SignedVersion["changes"] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return keys.flatMap((criterion) => {
    const [was, is] = [before[criterion] ?? null, after[criterion] ?? null];
    return JSON.stringify(was) === JSON.stringify(is)
      ? []
      : [{ criterion, before: was, after: is }];
  });
}
