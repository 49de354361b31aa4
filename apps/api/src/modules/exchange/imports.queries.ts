import { nearSame } from "@highwater/shared/candidates/likeness";
import { z } from "zod";
import { Prisma } from "../../generated/prisma/client.js";
import type { ReadDb, Tx } from "../../platform/team-scope.js";
import { signedBeside } from "../reviews/reviews.source.js";

interface Of {
  teamId: string;
  importId: string;
}
const ours = ({ teamId, importId }: Of) =>
  Prisma.sql`r."teamId" = ${teamId}::uuid and r."importId" = ${importId}::uuid`;

/** What comes archived is compared with nothing. */
const standing = Prisma.sql`r.extras #>> '{state,archivedAt}' is null`;

/** Above so many rows only the same name and the same website are compared, not the spelling. */
const mostSpelled = 10_000;

/** Rows whose name or website stands in the pipeline already, the oldest of several; archived ones never count. */
export async function matchPipeline(db: Tx, of: Of) {
  await db.$executeRaw`
    update "ImportRow" r set outcome = 'duplicate', because = m.because, "matchId" = m.id
      from (select distinct on (row) row, id, because from (
              select r.row, c.id, c."createdAt", 'website' as because from "ImportRow" r
                join "Candidate" c on c."teamId" = r."teamId" and c."websiteKey" = r."websiteKey"
               where ${ours(of)} and r.outcome = 'ready' and ${standing} and c."archivedAt" is null
              union all
              select r.row, c.id, c."createdAt", 'name' from "ImportRow" r
                join "Candidate" c on c."teamId" = r."teamId" and c."nameKey" = r."nameKey"
               where ${ours(of)} and r.outcome = 'ready' and ${standing} and r."nameKey" <> '' and c."archivedAt" is null) x
             order by row, because desc, "createdAt", id) m
     where ${ours(of)} and r.row = m.row`;
}

const Twice = z.tuple([z.object({ twice: z.boolean() })]);

/** Rows that say the same as an earlier one, in name and website both. */
export async function matchWithin(db: Tx, of: Of) {
  const [{ twice }] = Twice.parse(
    await db.$queryRaw`
      select exists (select 1 from "ImportRow" r where ${ours(of)} and r.outcome = 'ready' and r."nameKey" <> ''
                      group by r."nameKey", coalesce(r."websiteKey", '') having count(*) > 1) as twice`,
  );
  if (!twice) return;
  await db.$executeRaw`
    update "ImportRow" r set outcome = 'duplicate', because = 'name', "matchRow" = m.first, "matchId" = m.id
      from (select r.row, first_value(r.row) over same as first, first_value(r."matchId") over same as id
              from "ImportRow" r where ${ours(of)} and r.outcome = 'ready' and r."nameKey" <> ''
            window same as (partition by r."nameKey", coalesce(r."websiteKey", '') order by r.row)) m
     where ${ours(of)} and r.row = m.row and m.first <> m.row`;
}

const Near = z.array(
  z.object({ row: z.int(), name: z.string(), id: z.string(), theirs: z.string() }),
);

/** Names spelled nearly the same as one in the pipeline. */
export async function matchSpelling(db: Tx, of: Of, rows: number) {
  if (rows > mostSpelled) return;
  const near = Near.parse(
    await db.$queryRaw`
      select r.row, r.name, c.id, c.name as theirs from "ImportRow" r
        join "CandidateName" n on n."teamId" = r."teamId" and lower(n."nameKey") % lower(r."nameKey")
        join "Candidate" c on c."teamId" = n."teamId" and c.id = n."candidateId"
       where ${ours(of)} and r.outcome = 'ready' and ${standing} and r."nameKey" <> '' and c."archivedAt" is null
       order by r.row, similarity(lower(n."nameKey"), lower(r."nameKey")) desc`,
  );
  const matches = near.filter(({ name, theirs }) => nearSame(name, theirs));
  if (matches.length === 0) return;
  await db.$executeRaw`
    update "ImportRow" r set outcome = 'duplicate', because = 'name', "matchId" = m.id
      from (select distinct on (row) row, id from unnest(
              ${matches.map(({ row }) => row)}::int[], ${matches.map(({ id }) => id)}::uuid[])
              with ordinality as u(row, id, at) order by row, at) m
     where ${ours(of)} and r.row = m.row`;
}

const Counts = z.tuple([
  z.object({ rows: z.int(), ready: z.int(), duplicates: z.int(), errors: z.int() }),
]);

export async function countRows(db: ReadDb | Tx, of: Of) {
  const [counts] = Counts.parse(
    await db.$queryRaw`
      select count(*)::int as rows, (count(*) filter (where outcome = 'ready'))::int as ready,
             (count(*) filter (where outcome = 'duplicate'))::int as duplicates,
             (count(*) filter (where outcome = 'error'))::int as errors
        from "ImportRow" r where ${ours(of)}`,
  );
  return counts;
}

/** What is staged as facts, as columns. */
const columns = Prisma.sql`
  website text, thesis text, problem text, description text, kind text, interface text, vertical text,
  market text, buyer text, "regulatedBuyer" boolean, deployment text, tags text[], positioning text,
  "painScenarios" jsonb, moats text[], "thinWrapper" boolean, "modelStrategy" text, "qualityNow" int,
  "pathTo90" text, partners text, people jsonb, "overlookedInsight" text, source text, "ownerId" uuid,
  confidential boolean, notes text`;

const choice = (fallback: string) =>
  Prisma.sql`case r.outcome when 'ready' then 'keep' else coalesce(r.choice, ${fallback}) end`;

/** Which of these keys of team fields the rows bring that come in. */
export async function keysComingIn(tx: Tx, of: Of, fallback: string, keys: readonly string[]) {
  const rows = z.array(z.object({ key: z.string() })).parse(
    await tx.$queryRaw`
      select k.key from unnest(${[...keys]}::text[]) k(key)
       where exists (select 1 from "ImportRow" r
                      where ${ours(of)} and r.outcome <> 'error' and ${choice(fallback)} <> 'skip'
                        and r.fields ? k.key)`,
  );
  return new Set(rows.map(({ key }) => key));
}

/** Keys that stand for fields to be, and the fields' own by now. */
export type Renames = readonly { from: string; to: string }[];

const fieldsOf = (renames: Renames) =>
  renames.length === 0
    ? Prisma.sql`coalesce(r.fields, '{}')`
    : Prisma.sql`(coalesce(r.fields, '{}') - ${renames.map(({ from }) => from)}::text[]) || jsonb_strip_nulls(
        jsonb_build_object(${Prisma.join(
          renames.map(({ from, to }) => Prisma.sql`${to}::text, r.fields -> ${from}::text`),
        )}))`;

interface Entering {
  memberId: string;
  /** What happens to duplicates without a choice of their own. */
  fallback: string;
  renames: Renames;
}

export function insertCandidates(tx: Tx, of: Of, { memberId, fallback, renames }: Entering) {
  return tx.$executeRaw`
    insert into "Candidate" ("teamId", id, name, "nameKey", "websiteKey", website, thesis, problem,
        description, kind, interface, vertical, market, buyer, "regulatedBuyer", deployment, tags,
        positioning, "painScenarios", moats, "thinWrapper", "modelStrategy", "qualityNow", "pathTo90",
        partners, people, "overlookedInsight", source, "ownerId", confidential, notes, fields,
        "createdById", "importId", "createdAt", "updatedAt")
    select r."teamId", case when r.outcome = 'ready' then r."matchId"
                else coalesce((r.extras ->> 'id')::uuid, gen_random_uuid()) end,
           r.name, r."nameKey", r."websiteKey", x.website, x.thesis, x.problem, x.description, x.kind,
           x.interface, x.vertical, x.market, x.buyer, coalesce(x."regulatedBuyer", false), x.deployment,
           coalesce(x.tags, '{}'), x.positioning, coalesce(x."painScenarios", '[]'), coalesce(x.moats, '{}'),
           coalesce(x."thinWrapper", false), x."modelStrategy", x."qualityNow", x."pathTo90", x.partners,
           coalesce(x.people, '[]'), x."overlookedInsight", x.source, x."ownerId",
           coalesce(x.confidential, false), x.notes, ${fieldsOf(renames)}, ${memberId}::uuid,
           r."importId", now.at, now.at
      from "ImportRow" r
      cross join (select date_trunc('milliseconds', transaction_timestamp()) as at) now
      cross join lateral jsonb_to_record(r.facts) as x(${columns})
     where ${ours(of)} and r.outcome <> 'error' and ${choice(fallback)} = 'keep'
       and (r.outcome = 'duplicate' or r."matchRow" is null)
     order by r.row`;
}

/** What a candidate has empty and its row can fill: `before` and `after` of those facts, tags united. */
const fillable = (renames: Renames) => Prisma.sql`
  jsonb_build_object(
    'before', coalesce(f.before, '{}') || jsonb_build_object('tags', to_jsonb(c.tags), 'fields', c.fields),
    'after', coalesce(f.after, '{}') || jsonb_build_object(
       'tags', to_jsonb(array(select t from unnest(c.tags || coalesce(x.tags, '{}')) with ordinality u(t, at)
                                  group by t order by min(at))),
       'fields', (${fieldsOf(renames)}) || c.fields)) as change`;

export async function mergeRows(tx: Tx, of: Of, { fallback, renames }: Entering): Promise<number> {
  await tx.$executeRaw`
    insert into "ImportMerge" ("teamId", "importId", row, "candidateId", before, after)
    select "teamId", "importId", row, id, change -> 'before', change -> 'after' from (
      select distinct on (c.id) r."teamId", r."importId", r.row, c.id, ${fillable(renames)}
        from "ImportRow" r
        join "Candidate" c on c."teamId" = r."teamId" and c.id = r."matchId"
        cross join lateral jsonb_to_record(r.facts) as x(tags text[])
        cross join lateral (
          select jsonb_object_agg(e.key, to_jsonb(c) -> e.key) as before, jsonb_object_agg(e.key, e.value) as after
            from jsonb_each(r.facts || jsonb_build_object('websiteKey', r."websiteKey")) e
           where e.key <> 'tags' and e.value <> 'null'
             and coalesce(to_jsonb(c) -> e.key, 'null') in ('null'::jsonb, '[]'::jsonb, '""'::jsonb)) f
       where ${ours(of)} and r.outcome = 'duplicate' and ${choice(fallback)} = 'merge'
       order by c.id, r.row) m
     where change -> 'before' <> change -> 'after'`;
  return writeFacts(
    tx,
    Prisma.sql`
    select m."candidateId" as id, m.after as facts from "ImportMerge" m
     where m."teamId" = ${of.teamId}::uuid and m."importId" = ${of.importId}::uuid`,
    of.teamId,
  );
}

/** Writes rows (id, facts) over candidates: only what `facts` names. */
function writeFacts(tx: Tx, rows: Prisma.Sql, teamId: string) {
  return tx.$executeRaw`
    update "Candidate" c set website = p.website, "websiteKey" = p."websiteKey", thesis = p.thesis, problem = p.problem,
           description = p.description, kind = p.kind, interface = p.interface, vertical = p.vertical,
           market = p.market, buyer = p.buyer, deployment = p.deployment, tags = p.tags,
           positioning = p.positioning, "painScenarios" = p."painScenarios", moats = p.moats,
           "modelStrategy" = p."modelStrategy", "qualityNow" = p."qualityNow", "pathTo90" = p."pathTo90",
           partners = p.partners, people = p.people, "overlookedInsight" = p."overlookedInsight",
           source = p.source, "ownerId" = p."ownerId", notes = p.notes, fields = p.fields,
           "updatedAt" = transaction_timestamp()
      from (${rows}) m
      join "Candidate" old on old."teamId" = ${teamId}::uuid and old.id = m.id
     cross join lateral jsonb_populate_record(old, m.facts) p
     where c."teamId" = ${teamId}::uuid and c.id = m.id`;
}

/** Merged facts that still stand as the import left them go back to what they were. */
export const restoreMerged = (tx: Tx, { teamId, importId }: Of) =>
  writeFacts(
    tx,
    Prisma.sql`
      select m."candidateId" as id, jsonb_object_agg(e.key, e.value) as facts
        from "ImportMerge" m
        join "Candidate" c on c."teamId" = m."teamId" and c.id = m."candidateId"
       cross join lateral jsonb_each(m.before) e
       where m."teamId" = ${teamId}::uuid and m."importId" = ${importId}::uuid
         and to_jsonb(c) -> e.key = m.after -> e.key
       group by 1`,
    teamId,
  );

const Left = z.array(z.object({ id: z.string(), name: z.string(), reason: z.string() }));

/** What somebody has worked on since: it stays, and is named. What the import brought along is nobody's work. */
export async function workedOn(
  tx: Tx,
  viewer: { teamId: string; memberId: string },
  importId: string,
) {
  const others = Prisma.sql`w."teamId" = c."teamId" and w."candidateId" = c.id and w.id::text <> all(m.ids)`;
  return Left.parse(
    await tx.$queryRaw`
      select id, name, reason from (
        select c.id, c.name,
               case when ${signedBeside(viewer, Prisma.sql`m.ids`)} then 'reviewed'
                    when exists (select 1 from "Decision" w where ${others}) then 'decided'
                    when exists (select 1 from "Trial" w where ${others}) then 'tried'
                    when exists (select 1 from "Evidence" w where ${others}) then 'evidence'
                    when c."updatedAt" not in (c."createdAt", coalesce(i."committedAt", c."createdAt")) then 'edited'
               end as reason
          from "Candidate" c
          join "Import" i on i."teamId" = c."teamId" and i.id = c."importId"
         cross join lateral (
           select coalesce(array_agg(e.id), '{}') as ids from "ImportMerge" g
            cross join lateral jsonb_array_elements_text(g.after -> 'brought') as e(id)
            where g."teamId" = c."teamId" and g."importId" = c."importId" and g."candidateId" = c.id) m
         where c."teamId" = ${viewer.teamId}::uuid and c."importId" = ${importId}::uuid and c."archivedAt" is null) x
       where reason is not null order by name, id limit 1000`,
  );
}

export const archiveAdded = (tx: Tx, { teamId, importId }: Of, except: readonly string[]) =>
  tx.$executeRaw`
    update "Candidate" c set "archivedAt" = now()
     where c."teamId" = ${teamId}::uuid and c."importId" = ${importId}::uuid
       and c."archivedAt" is null and c.id <> all(${[...except]}::uuid[])`;

/** Near-same names of what was imported become findable, some thousands at a time. */
export const indexNames = (tx: Tx, { teamId, importId }: Of, most: number) =>
  tx.$executeRaw`
    insert into "CandidateName" ("teamId", "candidateId", "nameKey", text)
    select c."teamId", c.id, c."nameKey", "searched"(c) from "Candidate" c
     where c."teamId" = ${teamId}::uuid and c."importId" = ${importId}::uuid
       and not exists (select 1 from "CandidateName" n where n."teamId" = c."teamId" and n."candidateId" = c.id)
     limit ${most}
    on conflict do nothing`;
