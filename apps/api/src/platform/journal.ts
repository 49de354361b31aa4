import { Problem } from "@highwater/shared/kernel/problem";
import { Injectable } from "@nestjs/common";
import { Prisma as Generated } from "../generated/prisma/client.js";
import { Db } from "./db.js";
import { type Retry, requestContext } from "./request-context.js";
import type { Tx } from "./team-scope.js";

export interface Entry {
  verb: string;
  candidateId?: string;
  subjectId?: string;
  before?: Generated.InputJsonValue;
  after?: Generated.InputJsonValue;
}

type Filed<T> = { value: T; entries: readonly Entry[] };

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
  constructor(private readonly db: Db) {}

  /** `timeout`, in milliseconds, for the few deeds that touch rows by the hundred thousand. */
  async write<T>(
    actor: Writer,
    work: (tx: Tx) => Promise<Filed<T>>,
    { timeout = 15_000 } = {},
  ): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.attempt(actor, work, timeout);
      } catch (error) {
        if (!isRace(error) || attempt === 5) throw error;
        await new Promise((wake) => setTimeout(wake, 10 * attempt + Math.random() * 20));
      }
    }
  }

  private attempt<T>(
    actor: Writer,
    work: (tx: Tx) => Promise<Filed<T>>,
    timeout: number,
  ): Promise<T> {
    const retry = requestContext.getStore()?.retry;
    return this.db.of(actor.teamId).$transaction(
      async (client) => {
        const tx = client as unknown as Tx;
        if (timeout > 15_000)
          await tx.$executeRaw`
            select set_config('statement_timeout', ${String(timeout)}, true),
                   set_config('idle_in_transaction_session_timeout', ${String(timeout)}, true)`;
        if (retry) await reserve(tx, actor, retry);
        const { value, entries } = await work(tx);
        if (entries.length > 0)
          await tx.activity.createMany({
            data: entries.map((entry) => ({
              ...entry,
              teamId: actor.teamId,
              actorId: actor.memberId,
            })),
          });
        if (retry) await remember(tx, actor, retry, value);
        return value;
      },
      { maxWait: 5_000, timeout },
    );
  }
}

const isRace = (error: unknown) =>
  error instanceof Generated.PrismaClientKnownRequestError && error.code === "P2034";

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
