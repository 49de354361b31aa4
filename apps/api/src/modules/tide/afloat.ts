import type { RankingQuery, Scope } from "@highwater/shared/ranking/contract";
import type { Actor } from "@highwater/shared/team/contract";
import type { Release } from "@highwater/shared/tide/contract";
import type { Defences } from "@highwater/shared/tide/defence";
import type { Levels, Relied } from "@highwater/shared/tide/exposure";
import type { Afloat } from "@highwater/shared/tide/projection";
import { proposedReliance } from "@highwater/shared/tide/proposals";
import { signedBefore } from "@highwater/shared/tide/publishing";
import { z } from "zod";
import type { ReadDb } from "../../platform/team-scope.js";
import type { RankingService } from "../ranking/ranking.service.js";
import { signingTimes } from "../reviews/reviews.source.js";
import { defencesOf, levelsOf } from "./catalogue.service.js";
import { releasesOf } from "./releases.service.js";

type Viewer = Pick<Actor, "teamId" | "memberId">;
type Ranked = Awaited<ReturnType<RankingService["scope"]>>;
export type Floating = Afloat & Pick<Ranked["rows"][number], "name" | "vertical" | "masked">;

/** A portfolio and the water around it, of one moment. */
export interface Sea extends Pick<Ranked, "criteria" | "weights"> {
  levels: Levels;
  defences: Defences;
  releases: Release[];
  candidates: Floating[];
}

const KeptReliance = z.array(
  z.object({ capability: z.string(), share: z.number(), confirmed: z.boolean() }),
);

/** What is kept of it, or what is proposed where nobody has looked yet. */
export function reliedOn(
  kept: { items: unknown } | null | undefined,
  facts: Parameters<typeof proposedReliance>[0],
  catalogue: ReadonlySet<string>,
): Relied[] {
  return kept ? KeptReliance.parse(kept.items) : proposedReliance(facts, catalogue);
}

/** Everything that a projection for this viewer needs, from revealed reviews or their own. */
export async function seaOf(
  db: ReadDb,
  ranking: RankingService,
  viewer: Viewer,
  scope: Scope,
  choice: Pick<RankingQuery, "preset"> = {},
): Promise<Sea> {
  const { criteria, weights, rows } = await ranking.scope(db, viewer, scope, choice);
  const [levels, defences, releases] = [
    await levelsOf(db),
    await defencesOf(db),
    await releasesOf(db),
  ];
  const catalogue = new Set(Object.keys(levels));
  const kept = new Map((await db.reliance.findMany()).map((row) => [row.candidateId, row]));
  const published = releases.filter(({ publishedAt }) => publishedAt !== null);
  const revision = criteria.find(({ key }) => key === "overrun")?.revisionId;
  const times =
    revision && published.length > 0
      ? await signingTimes(db, viewer, revision, scope)
      : new Map<string, number[]>();
  const candidates = rows.map((row) => ({
    ...row,
    reliance: reliedOn(kept.get(row.id), row, catalogue),
    before: beforeEach(published, times.get(row.id) ?? []),
  }));
  return { criteria, weights, levels, defences, releases, candidates };
}

const beforeEach = (published: readonly Release[], signed: readonly number[]) =>
  Object.fromEntries(
    published.map(({ id, publishedAt }) => [
      id,
      signedBefore(signed, Date.parse(publishedAt ?? "")),
    ]),
  );
