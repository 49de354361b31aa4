import { z } from "zod";
import { Prisma as Generated } from "../generated/prisma/client.js";
import type { Prepared } from "./prepared.js";
import type { Prisma } from "./prisma.js";

const Audience = z.enum(["team", "sighted", "members"]);
const Rows = z.array(
  z.object({
    id: z.string(),
    verb: z.string(),
    candidateId: z.string().nullable(),
    audience: Audience,
    memberIds: z.array(z.string()),
    at: z.number(),
  }),
);
export type Written = z.infer<typeof Rows>[number];

const Clock = z.tuple([z.object({ now: z.number() })]);

/** The database's clock, which every replica goes by, in milliseconds. */
export async function clock(prisma: Prisma): Promise<number> {
  const [{ now }] = Clock.parse(
    await prisma.$queryRaw`select floor(extract(epoch from clock_timestamp()) * 1000)::float8 as now`,
  );
  return now;
}

/** What was written since, the oldest first; one more than `most` where there is more. */
export const writtenSince = async (prisma: Prisma, teamId: string, since: number, most: number) =>
  Rows.parse(
    await prisma.$queryRaw`
      select id::text, verb, "candidateId"::text, audience::text, "memberIds"::text[],
             floor(extract(epoch from at) * 1000)::float8 as at
        from "Activity"
       where "teamId" = ${teamId}::uuid and at > to_timestamp(${since / 1000}::float8)
       order by at, id limit ${most + 1}`,
  );

export const notify = (prepared: Prepared, channel: string, payloads: string[]) =>
  prepared.rows(
    z.array(z.unknown()),
    Generated.sql`/* prepared: live notify */
      select pg_notify(${channel}, said)::text from unnest(${payloads}::text[]) said`,
  );
