import { type LiveChange, Topic, topicOf, topics } from "@highwater/shared/kernel/live";
import { Injectable, type OnModuleDestroy } from "@nestjs/common";
import { channel, Listening } from "./live.listening.js";
import { clock, notify, type Written, writtenSince } from "./live.queries.js";
import { Log } from "./log.js";
import { Prepared } from "./prepared.js";
import { Prisma } from "./prisma.js";

export interface Listener {
  teamId: string;
  memberId: string;
  userId: string | null;
  /** Whether its session and its membership still stand. */
  stillIn(): Promise<boolean>;
  /** `id` resumes from here: a time of the database's clock. */
  send(change: LiveChange, id: number): void;
  end(): void;
}

interface Room {
  listeners: Set<Listener>;
  /** Up to where it has been read. */
  read: number;
  /** What was told lately, by when it was written. */
  told: Map<string, number>;
  reading: Promise<void> | undefined;
  again: boolean;
}

type Seers = (teamId: string, candidateId: string) => Promise<ReadonlySet<string>>;

/** No transaction stays open so long after its last statement: what is later than this is never missed. */
const margin = 15_000;
/** What is said within so many milliseconds is said as one. */
const moment = 20;
/** Where more was written at once, everything is said to have changed. */
const atOnce = 500;
const every = 10_000;
const user = (id: string) => `user ${id}`;

/**
 * Tells open browsers what has changed, on every replica. The log is the activity, which is written in the deed's own
 * transaction; NOTIFY only wakes. A place in it is a time, and rows are read again from a little before it, so that
 * nothing is missed whatever the order of commits: to be told twice does no harm, since an event holds no data.
 */
@Injectable()
export class Live implements OnModuleDestroy {
  private readonly rooms = new Map<string, Room>();
  private readonly waiting = new Set<string>();
  private seers: Seers = async () => new Set();
  private timer: NodeJS.Timeout | undefined;
  private flushing: Promise<unknown> | undefined;

  constructor(
    private readonly prisma: Prisma,
    private readonly listening: Listening,
    private readonly log: Log,
    private readonly prepared: Prepared,
  ) {
    listening.on(
      (payload) => this.hear(payload),
      () => this.readAll(),
    );
  }

  /** Who sees a candidate's reviews, and so is told of what only they may know. */
  seenBy(seers: Seers) {
    this.seers = seers;
  }

  /** Called after a commit. Several commits of one moment are told as one. */
  wake(teamId: string) {
    this.say(teamId);
  }

  /** Something has changed that leaves no activity, such as who is in a meeting: a word that nobody keeps. */
  nudge(teamId: string, topic: Topic) {
    this.say(`now ${teamId} ${topic}`);
  }

  /** A user's sessions have changed: streams of theirs that may go on no longer end. */
  recheck(userId: string) {
    this.say(user(userId));
  }

  async join(listener: Listener, since: number | undefined): Promise<void> {
    await this.listening.open();
    const now = await clock(this.prisma);
    const room = this.rooms.get(listener.teamId) ?? (await this.newRoom(listener.teamId, now));
    room.listeners.add(listener);
    this.timer ??= setInterval(() => this.sweep(), every).unref();
    if (since !== undefined) await this.catchUp(listener, since, now);
  }

  leave(listener: Listener) {
    const room = this.rooms.get(listener.teamId);
    room?.listeners.delete(listener);
    if (room?.listeners.size === 0) this.rooms.delete(listener.teamId);
  }

  async onModuleDestroy() {
    clearInterval(this.timer);
    const rooms = [...this.rooms.values()];
    for (const { listeners } of rooms) for (const one of listeners) one.end();
    await this.flushing;
    await this.listening.close();
    await Promise.all(rooms.map(({ reading }) => reading));
  }

  /** What stands there already is nobody's news; what commits later is, whenever it was written. */
  private async newRoom(teamId: string, read: number): Promise<Room> {
    const old = await writtenSince(this.prisma, teamId, read - margin, atOnce);
    const told = new Map(old.map(({ id, at }) => [id, at]));
    const made = { listeners: new Set<Listener>(), read, told, reading: undefined, again: false };
    const room: Room = this.rooms.get(teamId) ?? made;
    this.rooms.set(teamId, room);
    return room;
  }

  private say(payload: string) {
    this.waiting.add(payload);
    this.flushing ??= new Promise((wake) => setTimeout(wake, moment))
      .then(() => {
        const payloads = [...this.waiting];
        this.waiting.clear();
        this.flushing = undefined;
        return notify(this.prepared, channel, payloads);
      })
      .catch((error: unknown) => this.log.warn(`live: ${error}`));
  }

  private hear(payload: string) {
    if (payload.startsWith("now ")) return this.passOn(payload);
    if (!payload.startsWith("user ")) return this.read(payload);
    for (const { listeners } of this.rooms.values())
      for (const one of listeners)
        if (one.userId !== null && user(one.userId) === payload) void this.examine(one);
  }

  private passOn(payload: string) {
    const [, teamId = "", topic] = payload.split(" ");
    const room = this.rooms.get(teamId);
    const change = { topics: [Topic.parse(topic)], candidateId: null };
    for (const one of room?.listeners ?? []) one.send(change, room?.read ?? 0);
  }

  private readAll() {
    for (const teamId of this.rooms.keys()) this.read(teamId);
  }

  /** The net beneath: what no notification told of, and sessions that ran out. */
  private sweep() {
    this.readAll();
    for (const { listeners } of this.rooms.values())
      for (const one of listeners) void this.examine(one);
  }

  private async examine(listener: Listener) {
    const stays = await listener.stillIn().catch(() => true);
    if (!stays) listener.end();
  }

  private read(teamId: string) {
    const room = this.rooms.get(teamId);
    if (!room) return;
    if (room.reading) {
      room.again = true;
      return;
    }
    room.reading = this.tell(teamId, room)
      .catch((error: unknown) => this.log.warn(`live: ${error}`))
      .finally(() => {
        room.reading = undefined;
        if (!room.again) return;
        room.again = false;
        this.read(teamId);
      });
  }

  private async tell(teamId: string, room: Room) {
    const now = await clock(this.prisma);
    const rows = await writtenSince(this.prisma, teamId, room.read - margin, atOnce);
    const fresh = rows.filter(({ id }) => !room.told.has(id));
    for (const [id, at] of room.told) if (at < now - 3 * margin) room.told.delete(id);
    for (const { id, at } of fresh) room.told.set(id, at);
    room.read = now;
    for (const one of [...room.listeners]) await this.pass(one, fresh, now);
    if (fresh.some(({ verb }) => topicOf(verb) === "team"))
      for (const one of [...room.listeners]) await this.examine(one);
  }

  private async catchUp(listener: Listener, since: number, now: number) {
    const rows = await writtenSince(this.prisma, listener.teamId, since - margin, atOnce);
    await this.pass(listener, rows, now);
  }

  /** One event for each candidate that something was written of, and one for the rest. */
  private async pass(listener: Listener, rows: readonly Written[], id: number) {
    if (rows.length > atOnce) return listener.send({ topics: [...topics], candidateId: null }, id);
    const changes = new Map<string | null, Set<LiveChange["topics"][number]>>();
    for (const row of rows) {
      if (!(await this.mayKnow(listener, row))) continue;
      const named = changes.get(row.candidateId) ?? new Set();
      changes.set(row.candidateId, named.add(topicOf(row.verb)));
    }
    for (const [candidateId, named] of changes)
      listener.send({ topics: [...named].sort(), candidateId }, id);
  }

  private async mayKnow({ teamId, memberId }: Listener, row: Written): Promise<boolean> {
    if (row.audience === "team") return true;
    if (row.audience === "members") return row.memberIds.includes(memberId);
    if (row.candidateId === null) return false;
    return (await this.seers(teamId, row.candidateId)).has(memberId);
  }
}
