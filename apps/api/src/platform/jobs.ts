import { Problem } from "@highwater/shared/kernel/problem";
import type { Actor } from "@highwater/shared/team/contract";
import { Injectable, type OnModuleDestroy } from "@nestjs/common";
import type { Job } from "../generated/prisma/client.js";
import { JobLocks } from "./job-locks.js";
import { Log } from "./log.js";
import { Prisma } from "./prisma.js";
import type { ReadDb, Tx } from "./team-scope.js";

export interface RunningJob {
  actor: Actor;
  jobId: string;
  subjectId: string;
  /** Aborted when somebody cancels, and when this process may not go on. */
  signal: AbortSignal;
  /** Shown to whoever waits; written at most a few times a second. */
  progress(done: number, total?: number): Promise<void>;
}
type Handler = (job: RunningJob) => Promise<void>;

const atOnce = 2;
const attempts = 5;
const every = 1_000;
const open = ["queued", "running"] as const;

class Cancelled extends Error {}
class Stopped extends Error {}

/**
 * Work that outlives its request. Of one team and lane one job runs at a time, the oldest first, on whichever
 * replica holds the lane's lock; whoever dies lets go of it, and the job is begun again by another.
 */
@Injectable()
export class Jobs implements OnModuleDestroy {
  private readonly handlers = new Map<string, Handler>();
  private readonly running = new Map<string, { abort: AbortController; ended: Promise<void> }>();
  private readonly repeated: { name: string; every: number; work: () => Promise<void> }[] = [];
  private readonly rounds = new Set<Promise<void>>();
  private clocks: NodeJS.Timeout[] = [];
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;

  constructor(
    private readonly prisma: Prisma,
    private readonly locks: JobLocks,
    private readonly log: Log,
  ) {}

  register(kind: string, handler: Handler) {
    this.handlers.set(kind, handler);
  }

  /** Work that nobody asks for, done again and again; on one replica at a time. */
  repeat(name: string, every: number, work: () => Promise<void>) {
    this.repeated.push({ name, every, work });
  }

  /** From now on this process takes jobs. */
  start() {
    this.clocks = this.repeated.map((one) => {
      this.goRound(one);
      return setInterval(() => this.goRound(one), one.every).unref();
    });
    this.locks.onLoss(() => this.stopAll());
    this.locks.onWake(() => this.look());
    this.timer ??= setInterval(() => this.look(), every);
    this.look();
  }

  async onModuleDestroy() {
    clearInterval(this.timer);
    for (const clock of this.clocks) clearInterval(clock);
    await Promise.allSettled([...this.rounds]);
    await this.looking;
    this.stopAll();
    await Promise.allSettled([...this.running.values()].map(({ ended }) => ended));
    await this.locks.close();
  }

  /** Begins after the transaction that asks for it. */
  async enqueue(
    tx: Tx,
    actor: { teamId: string; memberId: string },
    job: { kind: string; lane: string; subjectId: string },
  ): Promise<string> {
    const { teamId, memberId } = actor;
    const { id } = await tx.job.create({ data: { ...job, teamId, memberId } });
    await tx.$executeRaw`select pg_notify('highwater_jobs', '')`;
    return id;
  }

  /** What waits is cancelled at once; what runs is told to stop, and says so itself. */
  async cancel({ teamId }: { teamId: string }, subjectId: string): Promise<"cancelled" | "asked"> {
    const waiting = await this.prisma.job.updateMany({
      where: { teamId, subjectId, state: "queued" },
      data: { state: "cancelled", endedAt: new Date() },
    });
    if (waiting.count > 0) return "cancelled";
    await this.prisma.job.updateMany({
      where: { teamId, subjectId, state: "running" },
      data: { cancelAskedAt: new Date() },
    });
    await this.prisma.$executeRaw`select pg_notify('highwater_jobs', '')`;
    return "asked";
  }

  /** How far the subject's job is, or null where none is open. */
  async stateOf(db: Pick<ReadDb, "job">, subjectId: string) {
    const job = await db.job.findFirst({
      where: { subjectId, state: { in: [...open] } },
      orderBy: { createdAt: "asc" },
    });
    if (!job) return null;
    const ahead = await db.job.count({
      where: { lane: job.lane, state: { in: [...open] }, createdAt: { lt: job.createdAt } },
    });
    return { done: job.progress, total: job.total, ahead };
  }

  private goRound({ name, work }: { name: string; work: () => Promise<void> }) {
    const lane = `repeat ${name}`;
    const round = (async () => {
      if (!(await this.locks.take(lane))) return;
      await work().finally(() => this.locks.release(lane));
    })()
      .catch((error: unknown) => this.log.warn(`${name}: ${error}`))
      .finally(() => this.rounds.delete(round));
    this.rounds.add(round);
  }

  private look() {
    this.looking ??= this.take()
      .catch((error: unknown) => this.log.warn(`jobs: ${error}`))
      .finally(() => {
        this.looking = undefined;
      });
  }

  private async take() {
    await this.heedCancels();
    if (this.running.size >= atOnce) return;
    const jobs = await this.prisma.job.findMany({
      where: { state: { in: [...open] }, kind: { in: [...this.handlers.keys()] } },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      take: 100,
    });
    const lanes = new Map(jobs.map((job) => [laneOf(job), job]).reverse() as [string, Job][]);
    for (const [lane, job] of lanes) {
      if (this.running.size >= atOnce) return;
      if (this.running.has(lane) || !(await this.locks.take(lane))) continue;
      this.begin(lane, job);
    }
  }

  private begin(lane: string, job: Job) {
    const abort = new AbortController();
    const ended = this.run(job, abort.signal)
      .catch((error: unknown) => this.log.warn(`job ${job.kind} ${job.id}: ${error}`))
      .finally(async () => {
        await this.locks.release(lane);
        this.running.delete(lane);
        if (this.timer && !abort.signal.aborted) this.look();
      });
    this.running.set(lane, { abort, ended });
  }

  private async run(seen: Job, signal: AbortSignal) {
    const { teamId, id } = seen;
    const where = { teamId_id: { teamId, id } };
    // Another replica may have ended it between our look and our lock.
    const job = await this.prisma.job.findUnique({ where });
    if (!job || !open.some((state) => state === job.state)) return;
    if (job.attempts >= attempts) return this.end(job, "failed", "It was begun five times.");
    await this.prisma.job.update({
      where,
      data: { state: "running", attempts: { increment: 1 }, progress: 0, total: null },
    });
    try {
      await this.handlers.get(job.kind)?.({
        actor: await this.actorOf(job),
        jobId: id,
        subjectId: job.subjectId,
        signal,
        progress: this.progressOf(job),
      });
      await this.end(job, "done");
    } catch (error) {
      if (signal.reason instanceof Stopped) return;
      if (signal.reason instanceof Cancelled) return this.end(job, "cancelled");
      if (!(error instanceof Problem)) this.log.error(`job ${job.kind}`, error);
      await this.end(job, "failed", error instanceof Error ? error.message : String(error));
    }
  }

  private async end({ teamId, id }: Job, state: "done" | "failed" | "cancelled", problem?: string) {
    await this.prisma.job.update({
      where: { teamId_id: { teamId, id } },
      data: { state, endedAt: new Date(), problem: problem ?? null },
    });
  }

  private progressOf({ teamId, id }: Job) {
    let told = 0;
    return async (progress: number, total?: number) => {
      if (Date.now() - told < 300) return;
      told = Date.now();
      const data = { progress, ...(total === undefined ? {} : { total }) };
      await this.prisma.job.update({ where: { teamId_id: { teamId, id } }, data });
    };
  }

  /** A job acts for whoever asked for it, in the role they have by now. */
  private async actorOf({ teamId, memberId }: Job): Promise<Actor> {
    const member = await this.prisma.member.findUnique({
      where: { teamId_id: { teamId, id: memberId } },
    });
    if (!member || member.suspendedAt || member.removedAt)
      throw new Problem("forbidden", "Whoever asked for this has left the team.");
    return { teamId, memberId, userId: member.userId, role: member.role };
  }

  private async heedCancels() {
    if (this.running.size === 0) return;
    const asked = await this.prisma.job.findMany({
      where: { state: "running", cancelAskedAt: { not: null } },
    });
    for (const job of asked) this.running.get(laneOf(job))?.abort.abort(new Cancelled());
  }

  private stopAll() {
    for (const { abort } of this.running.values()) abort.abort(new Stopped());
  }
}

const laneOf = ({ teamId, lane }: { teamId: string; lane: string }) => `${teamId} ${lane}`;
