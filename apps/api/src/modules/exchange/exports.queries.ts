import { z } from "zod";
import { Prisma } from "../../generated/prisma/client.js";
import { withName } from "../../platform/member-name.js";
import type { ReadDb } from "../../platform/team-scope.js";
import { type Selection, selected, sortKey } from "../candidates/candidates.source.js";

const atOnce = 500;

interface Order {
  filter: Selection;
  sort: string;
}
interface Key {
  id: string;
  key: string;
}

const withPeople = {
  owner: withName,
  decisions: { where: { withdrawnAt: null }, take: 1 },
} as const satisfies Prisma.CandidateInclude;

export type ExportRow = Prisma.CandidateGetPayload<{ include: typeof withPeople }>;

/** The next of the selected candidates, by key: what is entered meanwhile shifts nobody. */
export async function keysAfter(
  db: ReadDb,
  teamId: string,
  { filter, sort }: Order,
  after: Key | undefined,
): Promise<Key[]> {
  const key = sortKey(sort.replace("-", ""));
  const dated = sort.endsWith("createdAt");
  // The default order has an index, which a text made of the date would pass by.
  const held = dated ? Prisma.sql`c."createdAt"` : key;
  const bound = dated
    ? Prisma.sql`${after?.key}::timestamp at time zone 'UTC'`
    : Prisma.sql`${after?.key}`;
  const [than, way] = sort.startsWith("-")
    ? [Prisma.sql`<`, Prisma.sql`desc`]
    : [Prisma.sql`>`, Prisma.sql`asc`];
  const beyond = after
    ? Prisma.sql`and (${held}, c.id) ${than} (${bound}, ${after.id}::uuid)`
    : Prisma.empty;
  return z.array(z.object({ id: z.string(), key: z.string() })).parse(
    await db.$queryRaw`
      select c.id, ${key} as key from "Candidate" c
       where ${selected(teamId, filter)} ${beyond}
       order by ${held} ${way}, c.id ${way} limit ${atOnce}`,
  );
}

export async function rowsOf(db: ReadDb, keys: readonly Key[]): Promise<ExportRow[]> {
  const rows = await db.candidate.findMany({
    where: { id: { in: keys.map(({ id }) => id) } },
    include: withPeople,
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return keys.flatMap(({ id }) => byId.get(id) ?? []);
}
