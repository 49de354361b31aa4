import {
  Duplicate,
  type DuplicateQuery,
  type Duplicates,
} from "@highwater/shared/candidates/contract";
import { nameKey, nearSame, websiteKey } from "@highwater/shared/candidates/likeness";
import { z } from "zod";
import type { ReadDb } from "../../platform/team-scope.js";

interface Asked {
  name?: string | undefined;
  website?: string | null | undefined;
}

const Likely = z.array(
  Duplicate.omit({ because: true }).extend({ at: z.int(), websiteKey: z.string().nullable() }),
);
const shown = 10;
const atOnce = 200;

export async function likelyDuplicates(
  db: ReadDb,
  teamId: string,
  { except, ...asked }: DuplicateQuery,
): Promise<Duplicates> {
  const [items = []] = await duplicatesOfEach(db, teamId, [asked], except);
  return { items };
}

/** For each of those asked the candidates that it may stand for: pointed out, never forbidden. */
export async function duplicatesOfEach(
  db: ReadDb,
  teamId: string,
  asked: readonly Asked[],
  except?: string,
): Promise<Duplicate[][]> {
  const found: Duplicate[][] = [];
  for (let from = 0; from < asked.length; from += atOnce)
    found.push(...(await askOnce(db, teamId, asked.slice(from, from + atOnce), except)));
  return found;
}

/**
 * Those of the same site come first; archived ones never count. No slip changes the first character,
 * by `nearSame`: saying so also keeps the planner to the trigrams.
 */
async function askOnce(
  db: ReadDb,
  teamId: string,
  asked: readonly Asked[],
  except: string | undefined,
) {
  const names = asked.map(({ name }) => nameKey(name ?? ""));
  const sites = asked.map(({ website }) => (website ? websiteKey(website) : null));
  const rows = Likely.parse(
    await db.$queryRaw`
      select a.at::int as at, c.id, c.name, c.website, c.stage::text as stage, c."websiteKey"
        from unnest(${names}::text[], ${sites}::text[]) with ordinality as a(name, site, at)
       cross join lateral (
              (select id from "Candidate" where "teamId" = ${teamId}::uuid and "websiteKey" = a.site
                  and "archivedAt" is null limit 20)
              union
              (select id from "Candidate" where "teamId" = ${teamId}::uuid and "nameKey" = a.name
                  and "archivedAt" is null and a.name <> '' limit 20)
              union
              (select "candidateId" from "CandidateName" where "teamId" = ${teamId}::uuid
                  and lower("nameKey") % a.name and left("nameKey", 1) = left(a.name, 1)
                order by similarity(lower("nameKey"), a.name) desc limit 50)) as near
        join "Candidate" c on c."teamId" = ${teamId}::uuid and c.id = near.id
       where c."archivedAt" is null and c.id is distinct from ${except ?? null}::uuid
       order by a.at, (c."websiteKey" = a.site) desc nulls last,
                similarity(c."nameKey", a.name) desc, c.id`,
  );
  const found = asked.map((): Duplicate[] => []);
  for (const { at, websiteKey: theirs, ...row } of rows) {
    const site = sites[at - 1] ?? null;
    const because = site !== null && theirs === site ? "website" : "name";
    if (because === "website" || nearSame(row.name, asked[at - 1]?.name ?? ""))
      found[at - 1]?.push({ ...row, because });
  }
  return found.map((items) => items.slice(0, shown));
}
