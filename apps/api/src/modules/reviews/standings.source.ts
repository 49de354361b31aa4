import { z } from "zod";
import { Prisma } from "../../generated/prisma/client.js";
import type { ReadDb } from "../../platform/team-scope.js";

/**
 * What the database wrote down of revealed candidates whenever it changed. Nothing of it is older than the reveal, so
 * whoever is not recused may read all of it.
 */

/** Rows (id, name, reviews, counts): who was ranked at a moment, and of what. */
export const standingsAt = (teamId: string, at: Date): Prisma.Sql => Prisma.sql`
  select last."candidateId" as id, last.name, last.reviews, last.counts
    from (select distinct on (s."candidateId") s.* from "Standing" s
           where s."teamId" = ${teamId}::uuid and s.at <= ${at}
           order by s."candidateId", s.id desc) last
   where last.ranked`;

/** Rows (id, revision, n0…n5) out of rows with `counts`. */
export const countsIn = (standings: Prisma.Sql): Prisma.Sql => Prisma.sql`
  select s.id, k.key::uuid as revision, (k.value ->> 0)::int n0, (k.value ->> 1)::int n1,
         (k.value ->> 2)::int n2, (k.value ->> 3)::int n3, (k.value ->> 4)::int n4, (k.value ->> 5)::int n5
    from ${standings} s cross join jsonb_each(s.counts) k`;

const level = z.int();
const Row = z.object({
  id: z.string(),
  at: z.date(),
  ranked: z.boolean(),
  reviews: z.int(),
  counts: z.record(z.string(), z.tuple([level, level, level, level, level, level])),
});
export type StandingRow = z.infer<typeof Row>;

/** Every way that these candidates have stood, in order. */
export const standingsOf = async (db: ReadDb, teamId: string, ids: readonly string[]) =>
  z.array(Row).parse(
    await db.$queryRaw`
      select s."candidateId"::text as id, s.at, s.ranked, s.reviews, s.counts
        from "Standing" s
       where s."teamId" = ${teamId}::uuid and s."candidateId" = any(${[...ids]}::uuid[])
       order by s.id`,
  );
