import type { Actor } from "@highwater/shared/team/contract";
import type { Release } from "@highwater/shared/tide/contract";
import { startingClock, tideOf } from "@highwater/shared/tide/exposure";
import { crossing } from "@highwater/shared/tide/publishing";
import { waveOf } from "@highwater/shared/tide/waves";
import { Injectable } from "@nestjs/common";
import { filed, Journal } from "../../platform/journal.js";
import type { Tx } from "../../platform/team-scope.js";
import { nobody, RankingService } from "../ranking/ranking.service.js";
import { signersAmong } from "../reviews/reviews.source.js";
import { lockTeam } from "../team/team.source.js";
import { type Sea, seaOf } from "./afloat.js";
import { insistOnUnpublished, releaseOf } from "./releases.service.js";

const noClock = { months: 0, ...startingClock };

/** A release comes: levels are frozen, the catalogue moves, and whoever it submerges is looked at again. */
@Injectable()
export class PublishingService {
  constructor(
    private readonly journal: Journal,
    private readonly ranking: RankingService,
  ) {}

  publish(actor: Actor, id: string) {
    const { teamId } = actor;
    return this.journal.write(
      actor,
      async (tx) => {
        await lockTeam(tx, teamId);
        const release = await releaseOf(tx, id);
        insistOnUnpublished(release);
        const sea = await seaOf(tx, this.ranking, { teamId, memberId: nobody }, "team");
        const ids = crossingBy(release, sea);
        await freeze(tx, teamId, release);
        await moveCatalogue(tx, actor, release);
        const tasks = (await signersAmong(tx, ids)).map((who) => ({
          ...{ teamId, releaseId: id, ...who },
        }));
        await tx.reReview.createMany({ data: tasks });
        const members = [...new Set(tasks.map(({ memberId }) => memberId))];
        const published = await releaseOf(tx, id);
        return filed(
          { release: published, crossing: ids.length, tasks: tasks.length },
          {
            verb: "tide.published",
            subjectId: id,
            after: { name: release.name.en, candidates: ids.length },
            notify: [{ kind: "re-review", members }],
          },
        );
      },
      { timeout: 60_000 },
    );
  }
}

/** With the release, and not without it, beside all that were published before. */
function crossingBy(release: Release, { candidates, levels, defences, releases }: Sea): string[] {
  const standing = releases
    .filter(({ publishedAt }) => publishedAt !== null)
    .map((one) => waveOf(one));
  const tide = (waves: typeof standing) => tideOf(levels, waves, noClock, defences);
  return crossing(candidates, tide(standing), tide([...standing, waveOf(release)]));
}

async function freeze(tx: Tx, teamId: string, { id, raises }: Release) {
  await tx.release.update({
    where: { teamId_id: { teamId, id } },
    data: { raises, publishedAt: new Date() },
  });
}

/** Only upward: what can be observed now only makes one underestimate (L65). */
async function moveCatalogue(tx: Tx, { teamId, memberId }: Actor, release: Release) {
  const source = release.name.en;
  for (const { capability: key, old, level } of release.raises) {
    if (level <= old) continue;
    const row = await tx.capability.update({
      where: { teamId_key: { teamId, key } },
      data: { level, source },
    });
    await tx.capabilityLevel.create({
      data: {
        ...{ teamId, capabilityId: row.id, level, status: row.status, source },
        ...{ memberId, releaseId: release.id },
      },
    });
  }
}
