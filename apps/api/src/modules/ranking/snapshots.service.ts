import type { Rubric } from "@highwater/shared/rubrics/contract";
import { Injectable } from "@nestjs/common";
import { Db } from "../../platform/db.js";
import type { ReadDb } from "../../platform/team-scope.js";
import { activeRubric, everyRubric } from "../rubrics/rubrics.service.js";
import { Snapshot } from "./snapshot.js";
import { snapshotColumns, stateOf } from "./snapshot.queries.js";

type Viewer = { teamId: string; memberId: string };

/** So many snapshots, and rows of all together, are held; the one that was read longest ago goes first. */
const most = 64;
const mostRows = 2_000_000;

/**
 * Whole rankings in memory, as good as the pulse of their team: every question asks the database for it, so a
 * change is seen by the next question on every replica, whoever made it.
 */
@Injectable()
export class SnapshotsService {
  private readonly kept = new Map<string, Snapshot>();
  private readonly running = new Map<string, Promise<Snapshot>>();
  private readonly next = new Map<string, Promise<Snapshot>>();

  constructor(private readonly db: Db) {}

  /** The team's ranking, now or as it stood then, and from whom this viewer is recused. */
  team(viewer: Viewer, at?: Date): Promise<{ snapshot: Snapshot; recused: string[] }> {
    return this.db.read(viewer, async (db) => {
      const { pulse, recused } = await stateOf(db, viewer);
      const key = `${viewer.teamId} ${at?.toISOString() ?? ""}`;
      const known = this.kept.get(key);
      if (known?.pulse === pulse) return { snapshot: known, recused };
      return { snapshot: await this.load(db, viewer, key, at), recused };
    });
  }

  /** One's own marks, drafts too: computed for each question. */
  mine(viewer: Viewer): Promise<Snapshot> {
    return this.db.read(viewer, async (db) => {
      const rubric = await activeRubric(db);
      return new Snapshot(rubric, "", await snapshotColumns(db, { viewer, of: "mine" }, rubric));
    });
  }

  /**
   * One reading at a time: whoever asks while it goes on waits for the next, which begins after what they know of, so
   * that however fast a team writes, nothing piles up.
   */
  private load(db: ReadDb, viewer: Viewer, key: string, at?: Date): Promise<Snapshot> {
    const begin = () => {
      this.next.delete(key);
      const reading = read(db, viewer, at)
        .then((snapshot) => this.keep(key, snapshot))
        .finally(() => this.running.delete(key));
      this.running.set(key, reading);
      return reading;
    };
    const running = this.running.get(key);
    if (!running) return begin();
    const next = this.next.get(key) ?? running.then(begin, begin);
    this.next.set(key, next);
    return next;
  }

  private keep(key: string, snapshot: Snapshot): Snapshot {
    this.kept.delete(key);
    this.kept.set(key, snapshot);
    let rows = [...this.kept.values()].reduce((sum, { size }) => sum + size, 0);
    for (const [oldest, { size }] of this.kept) {
      if ((rows <= mostRows && this.kept.size <= most) || oldest === key) break;
      this.kept.delete(oldest);
      rows -= size;
    }
    return snapshot;
  }
}

async function read(db: ReadDb, viewer: Viewer, at?: Date): Promise<Snapshot> {
  // The pulse first: what changes while the rest is read makes the snapshot old, never falsely new.
  const { pulse } = await stateOf(db, viewer);
  const rubric = at ? inForce(await everyRubric(db), at) : await activeRubric(db);
  return new Snapshot(
    rubric,
    pulse,
    await snapshotColumns(db, { viewer, of: at ?? "team" }, rubric),
  );
}

/** The version that was in force then; before the first there was none, and the first stands for it. */
function inForce(rubrics: readonly Rubric[], at: Date): Rubric {
  const then = rubrics.findLast(({ publishedAt }) => new Date(publishedAt) <= at) ?? rubrics[0];
  if (!then) throw new Error("a team without a rubric");
  return then;
}
