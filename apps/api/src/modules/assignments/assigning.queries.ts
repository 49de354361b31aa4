import { Stage } from "@highwater/shared/stages/contract";
import { z } from "zod";
import { Prisma } from "../../generated/prisma/client.js";
import type { ReadDb, Tx } from "../../platform/team-scope.js";
import { mergedAway, type Selection, selected } from "../candidates/candidates.source.js";

type Db = Pick<ReadDb, "$queryRaw">;

const chosen = (teamId: string, which: readonly string[] | Selection) =>
  "length" in which
    ? Prisma.sql`c."teamId" = ${teamId}::uuid and c.id = any(${[...which]}::uuid[])`
    : selected(teamId, which);

const Ids = z.array(z.object({ id: z.string() }));

/** Which candidates are meant; one beyond `most` where there are more. */
export async function meant(
  db: Db,
  teamId: string,
  which: readonly string[] | Selection,
  most: number,
) {
  const rows = Ids.parse(
    await db.$queryRaw`
      select c.id from "Candidate" c where ${chosen(teamId, which)} order by c.id limit ${most + 1}`,
  );
  return rows.map(({ id }) => id);
}

/** Held until they are assigned: whoever assigns the same, signs or reveals takes turns. */
export const holdAll = (tx: Tx, teamId: string, ids: readonly string[]) =>
  tx.$queryRaw`
    select 1 from "Candidate" c where c."teamId" = ${teamId}::uuid and c.id = any(${[...ids]}::uuid[])
     order by c.id for update of c`;

const Facts = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    stage: Stage,
    archived: z.boolean(),
    revealed: z.boolean(),
    merged: z.boolean(),
    assigned: z.array(z.string()),
    recused: z.array(z.string()),
  }),
);
export type Facts = z.infer<typeof Facts>[number];

/** What everybody may know of them: not who has signed. */
export async function factsOf(db: Db, teamId: string, ids: readonly string[]) {
  return Facts.parse(
    await db.$queryRaw`
      select c.id, c.name, c.stage::text as stage, c."archivedAt" is not null as archived,
             c."revealedAt" is not null as revealed, ${mergedAway} as merged,
             array(select a."memberId"::text from "Assignment" a
                    where a."teamId" = c."teamId" and a."candidateId" = c.id) as assigned,
             array(select x."memberId"::text from "Recusal" x
                    where x."teamId" = c."teamId" and x."candidateId" = c.id) as recused
        from "Candidate" c
       where c."teamId" = ${teamId}::uuid and c.id = any(${[...ids]}::uuid[])
       order by c.name collate "zh-x-icu", c.id`,
  );
}

const Loads = z.array(z.object({ memberId: z.string(), load: z.int() }));

/**
 * What each member has been given of candidates whose reviews are hidden, whether they have done it or not: who is
 * quick is not given more, and nobody reads from it who has signed.
 */
export async function loadsOf(db: Db, teamId: string): Promise<Map<string, number>> {
  const rows = Loads.parse(
    await db.$queryRaw`
      select a."memberId"::text as "memberId", count(*)::int as load
        from "Assignment" a
        join "Candidate" c on c."teamId" = a."teamId" and c.id = a."candidateId"
       where a."teamId" = ${teamId}::uuid
         and c."archivedAt" is null and c."revealedAt" is null and c.stage <> 'decided'
         and not exists (select 1 from "Recusal" x where x."teamId" = a."teamId"
                            and x."candidateId" = a."candidateId" and x."memberId" = a."memberId")
       group by 1`,
  );
  return new Map(rows.map(({ memberId, load }) => [memberId, load]));
}

interface Act {
  teamId: string;
  assignedById: string;
  dueOn: string | null;
  at: Date;
}

/** All in one statement, however many. */
export const insertAll = (
  tx: Tx,
  { teamId, assignedById, dueOn, at }: Act,
  pairs: readonly { candidateId: string; memberId: string }[],
) =>
  tx.$executeRaw`
    insert into "Assignment" ("teamId", id, "candidateId", "memberId", "assignedById", "dueOn", "createdAt")
    select ${teamId}::uuid, gen_random_uuid(), x."candidateId", x."memberId", ${assignedById}::uuid,
           ${dueOn}::date, ${at}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as x("candidateId" uuid, "memberId" uuid)`;

const Batch = z.array(z.object({ actorId: z.string(), at: z.coerce.date() }));

/** Who made the assignments of one act, and when: written with each of them. */
export async function batchOf(db: Db, teamId: string, id: string) {
  const rows = Batch.parse(
    await db.$queryRaw`
      select "actorId"::text as "actorId", after ->> 'at' as at from "Activity"
       where "teamId" = ${teamId}::uuid and "subjectId" = ${id}::uuid and verb = 'assignments.made'`,
  );
  return rows[0];
}

const Told = z.array(z.object({ told: z.string() }));

/** Which assignments somebody was reminded of already, under this verb. */
export async function alreadyTold(db: Db, teamId: string, verb: string): Promise<Set<string>> {
  const rows = Told.parse(
    await db.$queryRaw`
      select jsonb_array_elements_text(after -> 'told') as told from "Activity"
       where "teamId" = ${teamId}::uuid and verb = ${verb}`,
  );
  return new Set(rows.map(({ told }) => told));
}
