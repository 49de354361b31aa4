import { type CandidateInput, Duplicate } from "@highwater/shared/candidates/contract";
import { nameKey, nearSame, websiteKey } from "@highwater/shared/candidates/likeness";
import { z } from "zod";
import type { ReadDb } from "../../platform/team-scope.js";

type Asked = Pick<CandidateInput, "name" | "website">;

const Likely = z.array(
  Duplicate.omit({ because: true }).extend({ at: z.int(), websiteKey: z.string().nullable() }),
);
const shown = 5;

/** For each of those asked the candidates that it may stand for: of the same site first. Archived ones never. */
export async function duplicatesOfEach(
  db: ReadDb,
  teamId: string,
  asked: readonly Asked[],
): Promise<Duplicate[][]> {
  const names = asked.map(({ name }) => nameKey(name));
  const sites = asked.map(({ website }) => (website ? websiteKey(website) : null));
  const rows = Likely.parse(
    await db.$queryRaw`
      select a.at::int as at, c.id, c.name, c.website, c.stage::text as stage, c."websiteKey"
        from unnest(${names}::text[], ${sites}::text[]) with ordinality as a(name, site, at)
       cross join lateral (
              (select id from "Candidate" where "teamId" = ${teamId}::uuid and "websiteKey" = a.site limit 20)
              union
              (select id from "Candidate" where "teamId" = ${teamId}::uuid and "nameKey" = a.name
                  and a.name <> '' limit 20)
              union
              (select "candidateId" from "CandidateName" where "teamId" = ${teamId}::uuid
                  and a.name <> '' and lower("nameKey") % a.name
                order by similarity(lower("nameKey"), a.name) desc limit 20)) as near
        join "Candidate" c on c."teamId" = ${teamId}::uuid and c.id = near.id
       where c."archivedAt" is null
       order by a.at, (c."websiteKey" = a.site) desc nulls last,
                similarity(c."nameKey", a.name) desc, c.id`,
  );
  const found = asked.map((): Duplicate[] => []);
  for (const { at, websiteKey: theirs, ...row } of rows) {
    const name = asked[at - 1]?.name ?? "";
    const site = sites[at - 1] ?? null;
    const because = site !== null && theirs === site ? "website" : "name";
    if (because === "website" || nearSame(row.name, name)) found[at - 1]?.push({ ...row, because });
  }
  return found.map((items) => items.slice(0, shown));
}
