import type { Verb } from "@highwater/shared/activity/verbs";
import { Problem } from "@highwater/shared/kernel/problem";
import type { NotificationKind } from "@highwater/shared/notifications/contract";
import { Injectable } from "@nestjs/common";
import type { Prisma as Generated } from "../generated/prisma/client.js";
import { Db } from "./db.js";
import { Jobs } from "./jobs.js";
import { Live } from "./live.js";
import { Mail } from "./mail.js";
import { newId } from "./new-id.js";
import { Prepared } from "./prepared.js";
import { type Retry, requestContext } from "./request-context.js";
import type { RawTx, Tx } from "./team-scope.js";

export interface Entry {
  verb: Verb;
  candidateId?: string;
  subjectId?: string;
  before?: Generated.InputJsonValue;
  after?: Generated.InputJsonValue;
  /**
   * Who may know, in the activity and by live events: the team unless said otherwise; `sighted`: whoever sees
   * the candidate's reviews; or members by id.
   */
  audience?: "team" | "sighted" | { members: readonly string[] };
  /**
   * Who is told by a notification, in the same transaction. Nobody is told of their own deed; a due date is none.
   * `of`: an earlier activity that they are told of, instead of this one.
   */
  notify?: readonly { kind: NotificationKind; members: readonly string[]; of?: string }[];
}

type Filed<T, E = Entry> = { value: T; entries: readonly E[] };

/** What `brief` records: of a candidate, with nobody to notify. */
export type BriefEntry = Pick<Entry, "verb" | "after"> & {
  candidateId: string;
  audience?: "team" | "sighted";
};

/** A deed and the entries that record it: at least one. */
export const filed = <T>(value: T, ...entries: [Entry, ...Entry[]]): Filed<T> => ({
  value,
  entries,
});

/** For private drafts, which leave no trace. */
export const unrecorded = <T>(value: T): Filed<T> => ({ value, entries: [] });

type Writer = { teamId: string; memberId: string };

/** The only pen: one transaction holds the change, its activity entries and its retry key. */
@Injectable()
export class Journal {
  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
    private readonly live: Live,
    private readonly mail: Mail,
    private readonly prepared: Prepared,
  ) {}

  /**
   * A deed of a few statements that is done all day, without an ORM between. It tells nobody by name, and gives way,
   * by `null`, to `write` where it would be more than that.
   */
  async brief<T>(
    actor: Writer,
    work: (tx: RawTx) => Promise<Filed<T, BriefEntry> | null>,
  ): Promise<T | null> {
    const done = await pastRaces(async () =>
      this.prepared.transaction(async (tx) => {
        const filed = await work(tx);
        if (filed) await jot(tx, actor, filed.entries);
        return filed;
      }),
    );
    if (done && done.entries.length > 0) this.live.wake(actor.teamId);
    return done && done.value;
  }

  /** `timeout`, in milliseconds, for the few deeds that touch rows by the hundred thousand. */
  async write<T>(
    actor: Writer,
    work: (tx: Tx) => Promise<Filed<T>>,
    { timeout = 15_000 } = {},
  ): Promise<T> {
    const { value, entries } = await pastRaces(() => this.attempt(actor, work, timeout));
    if (entries.length > 0) this.live.wake(actor.teamId);
    return value;
  }

  private attempt<T>(
    actor: Writer,
    work: (tx: Tx) => Promise<Filed<T>>,
    timeout: number,
  ): Promise<Filed<T>> {
    const retry = requestContext.getStore()?.retry;
    return this.db.of(actor.teamId).$transaction(
      async (client) => {
        const tx = client as unknown as Tx;
        if (timeout > 15_000)
          await tx.$executeRaw`
            select set_config('statement_timeout', ${String(timeout)}, true),
                   set_config('idle_in_transaction_session_timeout', ${String(timeout)}, true)`;
        if (retry) await reserve(tx, actor, retry);
        const done = await work(tx);
        if (retry) await remember(tx, actor, retry, done.value);
        const told = await record(tx, actor, done.entries);
        if (this.mail.configured) await this.post(tx, actor, told);
        return done;
      },
      { maxWait: 5_000, timeout },
    );
  }

  private async post(tx: Tx, actor: Writer, members: readonly string[]) {
    for (const subjectId of members)
      await this.jobs.enqueue(tx, actor, {
        kind: "notifications.mail",
        lane: `mail ${subjectId}`,
        subjectId,
      });
  }
}

/** Written last, so that its time is the commit's. Gives who is told. */
async function record(tx: Tx, actor: Writer, entries: readonly Entry[]): Promise<string[]> {
  if (entries.length === 0) return [];
  const rows = await tx.activity.createManyAndReturn({
    data: entries.map(({ audience = "team", notify: _, ...entry }) => ({
      ...entry,
      ...(typeof audience === "string" ? { audience } : membersOnly(audience.members)),
      teamId: actor.teamId,
      actorId: actor.memberId,
    })),
    select: { id: true },
  });
  const notifications = entries.flatMap(({ notify = [] }, at) =>
    notify.flatMap(({ kind, members, of }) =>
      [...new Set(members)]
        .filter((memberId) => kind === "due" || of || memberId !== actor.memberId)
        .map((memberId) => ({
          teamId: actor.teamId,
          activityId: of ?? rows[at]?.id ?? "",
          memberId,
          kind,
        })),
    ),
  );
  if (notifications.length > 0) await tx.notification.createMany({ data: notifications });
  return [...new Set(notifications.map(({ memberId }) => memberId))];
}

const membersOnly = (members: readonly string[]) => ({
  audience: "members" as const,
  memberIds: [...members],
});

/** The same by hand. */
const jot = (tx: RawTx, { teamId, memberId }: Writer, entries: readonly BriefEntry[]) =>
  tx.$executeRaw`/* prepared: activity */
    insert into "Activity" ("teamId", id, "actorId", verb, "candidateId", audience, after)
    select ${teamId}::uuid, n.id, ${memberId}::uuid, n.verb, n.candidate, n.audience, n.after
      from unnest(${entries.map(newId)}::uuid[], ${entries.map(({ verb }) => verb)}::text[],
                  ${entries.map(({ candidateId }) => candidateId)}::uuid[],
                  ${entries.map(({ audience = "team" }) => audience)}::"Audience"[],
                  ${entries.map(({ after }) => (after === undefined ? null : JSON.stringify(after)))}::jsonb[])
           as n(id, verb, candidate, audience, after)`;

/** Prisma's code of a lost race, and PostgreSQL's two. */
const isRace = (error: unknown) =>
  ["P2034", "40001", "40P01"].includes((Object(error) as { code: string }).code);

/** Whoever lost a race tries again. */
async function pastRaces<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await attempt();
    } catch (error) {
      if (!isRace(error) || tried === 5) throw error;
      await new Promise((wake) => setTimeout(wake, 10 * tried + Math.random() * 20));
    }
  }
}

/** The second of two equal requests waits here for the first, and is then refused as its double. */
async function reserve(tx: Tx, { teamId, memberId }: Writer, retry: Retry) {
  const { count } = await tx.idempotencyKey.createMany({
    data: [{ teamId, memberId, ...retry, answer: {} }],
    skipDuplicates: true,
  });
  if (count === 0)
    throw new Problem(
      "conflict",
      "The first request with this Idempotency-Key has just finished. Send it again for its answer.",
      {
        code: "idempotency.concurrent",
      },
    );
}

async function remember(tx: Tx, { teamId, memberId }: Writer, { key }: Retry, value: unknown) {
  await tx.idempotencyKey.updateMany({
    where: { teamId, memberId, key },
    data: { answer: JSON.parse(JSON.stringify(value ?? null)) },
  });
}
