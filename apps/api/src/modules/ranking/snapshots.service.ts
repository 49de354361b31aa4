import type { Rubric } from "@highwater/shared/rubrics/contract";
import { Injectable } from "@nestjs/common";
import { Db } from "../../platform/db.js";
import { Prepared } from "../../platform/prepared.js";
import type { ReadDb } from "../../platform/team-scope.js";
import { Together } from "../../platform/together.js";
import { activeRubric, everyRubric } from "../rubrics/rubrics.service.js";
import { hasTide } from "./ranking.queries.js";
import { Snapshot } from "./snapshot.js";
import {
  Columns,
  FactRows,
  factsOf,
  horizonOf,
  rowsNow,
  States,
  snapshotColumns,
  statesOf,
  stirredSince,
} from "./snapshot.queries.js";

/** Who looks; with the pulse of their team, where it has just been read. */
export type Viewer = { teamId: string; memberId: string; pulse?: string };

/** So many snapshots, and rows of all together, are held; the one that was read longest ago goes first. */
const most = 64;
const mostRows = 2_000_000;
const mostViewers = 5_000;
/** Of so many rows of one snapshot all that a page shows is held. */
const mostFacts = 20_000;

/**
 * Whole rankings in memory, as good as the pulse of their team: every question asks the database for it, so a
 * change is seen by the next question on every replica, whoever made it.
 */
@Injectable()
export class SnapshotsService {
  private readonly kept = new Map<string, Snapshot>();
  private readonly running = new Map<string, Promise<Snapshot>>();
  private readonly recusals = new Map<string, { pulse: string; recused: string[] }>();
  private readonly next = new Map<string, Promise<Snapshot>>();

  private readonly states = new Together((viewers: readonly Viewer[]) =>
    this.prepared.rows(States, statesOf(viewers)),
  );

  constructor(
    private readonly db: Db,
    private readonly prepared: Prepared,
  ) {}

  /** The team's ranking, now or as it stood then, and from whom this viewer is recused. */
  async team(viewer: Viewer, at?: Date): Promise<{ snapshot: Snapshot; recused: string[] }> {
    const { pulse, recused } = await this.stateOf(viewer);
    const key = `${viewer.teamId} ${at?.toISOString() ?? ""}`;
    const known = this.kept.get(key);
    const snapshot = known?.head.pulse === pulse ? known : await this.load(viewer, key, at);
    this.recusals.set(viewer.memberId, { pulse, recused });
    return { snapshot, recused };
  }

  /** Recusals are recorded: with the pulse that they were read at, they are known. */
  private async stateOf(viewer: Viewer) {
    const known = this.recusals.get(viewer.memberId);
    if (known !== undefined && known.pulse === viewer.pulse) return known;
    if (this.recusals.size > mostViewers) this.recusals.clear();
    return this.states.of(viewer);
  }

  /** What a page shows of these rows beside their figures. */
  async facts(viewer: Viewer, snapshot: Snapshot, rows: readonly number[]) {
    const facts = new Map(rows.map((row) => [row, snapshot.facts.get(row)]));
    const unknown = rows.filter((row) => facts.get(row) === undefined);
    if (unknown.length > 0) {
      const ids = unknown.map((row) => snapshot.ids.at(row));
      const found = await this.prepared.rows(FactRows, factsOf(viewer.teamId, ids));
      const byId = new Map(found.map((facts) => [facts.id, facts]));
      if (snapshot.facts.size > mostFacts) snapshot.facts.clear();
      for (const row of unknown) {
        // A row whose candidate is gone by now has none.
        const known = byId.get(snapshot.ids.at(row)) ?? null;
        facts.set(row, known);
        snapshot.facts.set(row, known);
      }
    }
    return facts;
  }

  /** One's own marks, drafts too: computed for each question. */
  mine(viewer: Viewer): Promise<Snapshot> {
    return this.db.read(viewer, async (db) => {
      const rubric = await activeRubric(db);
      const [columns] = await this.columns({ viewer, of: "mine" }, rubric);
      return Snapshot.of(rubric, { pulse: "", tide: false }, columns);
    });
  }

  /**
   * One reading at a time: whoever asks while it goes on waits for the next, which begins after what they know of, so
   * that however fast a team writes, nothing piles up.
   */
  private load(viewer: Viewer, key: string, at?: Date): Promise<Snapshot> {
    const begin = () => {
      this.next.delete(key);
      const reading = this.read(viewer, key, at)
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

  private async read(viewer: Viewer, key: string, at?: Date): Promise<Snapshot> {
    // The pulse first: what changes while the rest is read makes the snapshot old, never falsely new.
    const { pulse } = await this.states.of(viewer);
    const known = at ? undefined : this.kept.get(key);
    return this.db.read(viewer, async (db) => {
      const [rubric, tide, stirred] = await Promise.all([
        at ? everyRubric(db).then((all) => inForce(all, at)) : activeRubric(db),
        hasTide(db, viewer.teamId),
        known && stirredIn(known, db, viewer),
      ]);
      if (known && stirred && known.rubric.version === rubric.version) {
        const { horizon, ids } = stirred;
        const rows = ids.length > 0 ? await rowsNow(db, viewer, ids) : [];
        return known.stirred({ pulse, tide, horizon }, ids, rows);
      }
      const horizon = at ? undefined : await horizonOf(db);
      const [columns] = await this.columns({ viewer, of: at ?? "team" }, rubric);
      return Snapshot.of(rubric, { pulse, tide, horizon }, columns);
    });
  }

  private columns(...asked: Parameters<typeof snapshotColumns>) {
    return this.prepared.much(Columns, snapshotColumns(...asked));
  }

  private keep(key: string, snapshot: Snapshot): Snapshot {
    this.kept.delete(key);
    this.kept.set(key, snapshot);
    let rows = [...this.kept.values()].reduce((sum, { rows: { size } }) => sum + size, 0);
    for (const [
      oldest,
      {
        rows: { size },
      },
    ] of this.kept) {
      if ((rows <= mostRows && this.kept.size <= most) || oldest === key) break;
      this.kept.delete(oldest);
      rows -= size;
    }
    return snapshot;
  }
}

/** More than this is read as quickly as a whole. */
const mostStirred = 2_000;
/** What was stirred is noted for a day. */
const longest = 12 * 60 * 60 * 1000;

/** What was stirred since this was read; nothing where that can't be said, or is too much. */
async function stirredIn({ head: { horizon }, readAt }: Snapshot, db: ReadDb, { teamId }: Viewer) {
  if (horizon === undefined || performance.now() - readAt > longest) return undefined;
  const stirred = await stirredSince(db, teamId, horizon, mostStirred);
  return stirred.later && stirred.ids.length < mostStirred ? stirred : undefined;
}

/** The version that was in force then; before the first there was none, and the first stands for it. */
function inForce(rubrics: readonly Rubric[], at: Date): Rubric {
  const then = rubrics.findLast(({ publishedAt }) => new Date(publishedAt) <= at) ?? rubrics[0];
  if (!then) throw new Error("a team without a rubric");
  return then;
}
