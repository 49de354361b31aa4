import type { Scope } from "@highwater/shared/ranking/contract";
import type { Actor } from "@highwater/shared/team/contract";
import type {
  ProjectionInput,
  ProjectionItem,
  ProjectionReason,
} from "@highwater/shared/tide/board";
import type { Capability, Release } from "@highwater/shared/tide/contract";
import {
  type Clock,
  startingClock,
  type Term,
  type Tide,
  termsOf,
  tideOf,
} from "@highwater/shared/tide/exposure";
import {
  type Projected,
  projection,
  shareAtRisk,
  worstRisk,
} from "@highwater/shared/tide/projection";
import { waveOf } from "@highwater/shared/tide/waves";
import { Injectable } from "@nestjs/common";
import { Db } from "../../platform/db.js";
import type { ReadDb } from "../../platform/team-scope.js";
import { RankingService } from "../ranking/ranking.service.js";
import { type Floating, type Sea, seaOf } from "./afloat.js";
import { insistOnReleases } from "./scenarios.service.js";

const noClock: Clock = { months: 0, ...startingClock };

/** Simulations and proposals: a layer of figures beside the human ones, which nothing here writes. */
@Injectable()
export class ProjectionsService {
  constructor(
    private readonly db: Db,
    private readonly ranking: RankingService,
  ) {}

  project(actor: Actor, input: ProjectionInput) {
    const { releaseIds, likelihoods = {}, months, base, period, scope, preset } = input;
    return this.db.read(actor, async (db) => {
      await insistOnReleases(db, releaseIds);
      const sea = await seaOf(db, this.ranking, actor, scope, preset ? { preset } : {});
      const chosen = new Set(releaseIds);
      const waves = sea.releases
        .filter(({ id }) => chosen.has(id))
        .map((release) => waveOf(release, likelihoods[release.id]));
      const clock = { months, base, period };
      const tide = tideOf(sea.levels, waves, clock, sea.defences);
      const { rows, items } = this.itemsOf(sea, tide, clock, await namesOf(db));
      return {
        scope,
        atRisk: shareAtRisk(
          rows.map(({ median, wasSubmerged }) => ({ median, submerged: wasSubmerged })),
        ),
        projectedAtRisk: shareAtRisk(rows),
        items,
      };
    });
  }

  /** For a browser that simulates by itself. Whoever is recused gets no figure of that candidate. */
  board(actor: Actor, scope: Scope) {
    return this.db.read(actor, async (db) => {
      const sea = await seaOf(db, this.ranking, actor, scope);
      const open = sea.candidates.filter(({ masked }) => !masked);
      const capabilities = [...(await namesOf(db)).values()];
      return {
        ...sea,
        scope,
        capabilities,
        criteria: sea.criteria.map(({ key, inverted }) => ({ key, inverted })),
        candidates: open,
        recused: sea.candidates.length - open.length,
      };
    });
  }

  /** What the published releases propose beside the human risk, and whom the last of them moved. */
  proposed(actor: Actor) {
    return this.db.read(actor, async (db) => {
      const sea = await seaOf(db, this.ranking, actor, "team");
      const published = sea.releases
        .filter(({ publishedAt }) => publishedAt !== null)
        .sort((a, b) => ((a.publishedAt ?? "") < (b.publishedAt ?? "") ? -1 : 1));
      const last = published.at(-1) ?? null;
      const tideIn = (releases: readonly Release[]) =>
        tideOf(
          sea.levels,
          releases.map((release) => waveOf(release)),
          noClock,
          sea.defences,
        );
      const { rows, items } = this.itemsOf(sea, tideIn(published), noClock, await namesOf(db));
      const before = projection(sea.candidates, tideIn(published.slice(0, -1)), noClock, sea);
      return { last, items, moved: movedBetween(sea.candidates, before, rows) };
    });
  }

  private itemsOf(sea: Sea, tide: Tide, clock: Clock, names: Names) {
    const rows = projection(sea.candidates, tide, clock, sea);
    const releases = new Map(sea.releases.map((release) => [release.id, release]));
    const items = sea.candidates.flatMap((candidate, at) => {
      const row = rows[at];
      if (!row) return [];
      const reasons = () => termsOf(candidate, tide).map((term) => reasonOf(term, releases, names));
      return [itemOf(candidate, row, reasons)];
    });
    return { rows, items };
  }
}

type Name = Pick<Capability, "key" | "name" | "level">;
type Names = ReadonlyMap<string, Name>;

async function namesOf(db: Pick<ReadDb, "capability">): Promise<Map<string, Name>> {
  const rows = await db.capability.findMany({ orderBy: { id: "asc" } });
  return new Map(
    rows.map(({ key, nameEn, nameZh, level }) => [
      key,
      { key, name: { en: nameEn, zh: nameZh }, level },
    ]),
  );
}

function reasonOf(
  { wave, relied, rise, defence, likelihood, amount }: Term,
  releases: ReadonlyMap<string, Release>,
  names: Names,
): ProjectionReason {
  const release = wave && releases.get(wave.id);
  const name = names.get(relied.capability)?.name;
  const key = relied.capability;
  return {
    release: release ? { id: release.id, name: release.name, status: release.status } : null,
    capability: { key, name: name ?? { en: key, zh: key } },
    ...{ share: relied.share, confirmed: relied.confirmed },
    ...{ from: rise.from, to: rise.to, g: rise.g, defence, likelihood, exposure: amount },
    rule: wave === null ? "clock" : rise.boundary ? "boundary" : "headroom",
  };
}

/** Of a candidate that the viewer has stepped back from, its name and nothing that depends on a score. */
function itemOf(
  { id, name, vertical, masked }: Floating,
  row: Projected,
  reasons: () => ProjectionReason[],
): ProjectionItem {
  const who = { id, name, vertical, recused: masked };
  if (masked) return { ...who, ...nothing };
  const { median: _, projectedMedian: __, ...figures } = row;
  return { ...who, ...figures, underWater: row.risk === worstRisk, reasons: reasons() };
}

const nothing = {
  ...{ risk: null, projectedRisk: null, exposure: null, total: null, projectedTotal: null },
  ...{ rank: null, projectedRank: null, months: null, unconfirmed: 0, reasons: [] },
  ...{ submerged: false, wasSubmerged: false, crosses: false, underWater: false },
};

/** Whose rank is another now; those that fall furthest come first. */
function movedBetween(
  candidates: readonly Floating[],
  before: readonly Projected[],
  after: readonly Projected[],
) {
  const moved = candidates.flatMap(({ id, name, masked }, at) => {
    const [from, to] = [before[at]?.projectedRank ?? null, after[at]?.projectedRank ?? null];
    const crosses = (after[at]?.submerged ?? false) && !(before[at]?.submerged ?? false);
    if (masked || from === null || to === null || from === to) return [];
    return [{ id, name, from, to, crosses }];
  });
  return moved.sort((a, b) => b.to - b.from - (a.to - a.from));
}
