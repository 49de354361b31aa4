import { z } from "zod";
import { Prisma } from "../../generated/prisma/client.js";
import type { Tx } from "../../platform/team-scope.js";
import type { Extras, Of } from "./extras.js";

const ours = ({ teamId, importId }: Of) =>
  Prisma.sql`r."teamId" = ${teamId}::uuid and r."importId" = ${importId}::uuid`;
const reviews = Prisma.sql`jsonb_array_length(r.extras -> 'reviews') > 0`;

/**
 * Rows of reviews that name a candidate of an earlier row belong to it: several people have reviewed it. They are
 * no duplicates. A row without a website belongs to the first of its name.
 */
export async function followFirst(tx: Tx, of: Of) {
  await tx.$executeRaw`
    update "ImportRow" r set outcome = 'ready', because = null
     where ${ours(of)} and r.outcome = 'duplicate' and r."matchRow" is not null and ${reviews}`;
  await tx.$executeRaw`
    update "ImportRow" r set "matchRow" = f.row, "matchId" = f."matchId"
      from (select distinct on (r."nameKey") r."nameKey", r.row, r."matchId", r."websiteKey" from "ImportRow" r
             where ${ours(of)} and r.outcome = 'ready' and r."nameKey" <> '' and r."matchRow" is null
             order by r."nameKey", r.row) f
     where ${ours(of)} and r.outcome = 'ready' and r."matchRow" is null and ${reviews}
       and f."nameKey" = r."nameKey" and f.row < r.row
       and (r."websiteKey" is null or f."websiteKey" is null)`;
}

/** A second review by the same person of the same candidate is an error, and says where the first stands. */
export async function refuseDoubles(tx: Tx, of: Of, column: string) {
  await tx.$executeRaw`
    update "ImportRow" r set outcome = 'error', extras = null, errors = jsonb_build_array(jsonb_build_object(
             'row', r.row, 'column', ${column}::text, 'value', '', 'code', 'imports.reviewed_twice',
             'reason', 'Row ' || m.first || ' holds a review of it by the same person already. Take one out.'))
      from (select r.row, first_value(r.row) over (partition by r."matchId", r.extras #>> '{reviews,0,by}' order by r.row) as first
              from "ImportRow" r where ${ours(of)} and r.outcome <> 'error' and ${reviews}) m
     where ${ours(of)} and r.row = m.row and m.first <> m.row`;
}

const Tally = z.tuple([
  z.object({
    evidence: z.int(),
    files: z.int(),
    trials: z.int(),
    decisions: z.int(),
    reviews: z.int(),
  }),
]);

/** What stands in the rows that can be used. */
export async function tallyOf(tx: Tx, of: Of) {
  const [tally] = Tally.parse(
    await tx.$queryRaw`
      select coalesce(sum(jsonb_array_length(r.extras -> 'evidence')), 0)::int as evidence,
             coalesce(sum(jsonb_array_length(jsonb_path_query_array(r.extras, '$.evidence[*].fileId ? (@ != null)'))), 0)::int as files,
             coalesce(sum(jsonb_array_length(r.extras -> 'trials')), 0)::int as trials,
             coalesce(sum(jsonb_array_length(r.extras -> 'decisions')), 0)::int as decisions,
             coalesce(sum(jsonb_array_length(r.extras -> 'reviews')), 0)::int as reviews
        from "ImportRow" r where ${ours(of)} and r.outcome <> 'error' and r.extras is not null`,
  );
  return tally;
}

export interface TakenRow {
  row: number;
  extras: Extras;
  candidateId: string;
  /** The candidate is new, and this row made it. */
  added: boolean;
  /** The candidate is new, and an earlier row made it. */
  follows: boolean;
  /** This row has filled facts of a candidate that stood here; or any row has. */
  merged: boolean;
  mergedElsewhere: boolean;
}

/** Rows whose extras go in, with the candidate that they have become by now. */
export async function takenAfter(
  tx: Tx,
  of: Of,
  { fallback, after, most }: { fallback: string; after: number; most: number },
): Promise<TakenRow[]> {
  return tx.$queryRaw<TakenRow[]>`
    select taken.*, exists (select 1 from "ImportMerge" m where m."teamId" = ${of.teamId}::uuid
                and m."importId" = ${of.importId}::uuid and m."candidateId" = taken."candidateId"
                and m.before <> '{}') as "mergedElsewhere"
      from (
      select r.row, r.extras, f.row is null and x.choice = 'keep' as added, f.row is not null as follows,
             case when b.outcome = 'ready' then b."matchId"
                  when x.choice = 'keep' then (b.extras ->> 'id')::uuid
                  when x.choice = 'merge' then b."matchId" end as "candidateId",
             exists (select 1 from "ImportMerge" m where m."teamId" = r."teamId"
                        and m."importId" = r."importId" and m.row = r.row and m.before <> '{}') as merged
        from "ImportRow" r
        left join "ImportRow" f on r.outcome = 'ready' and f."teamId" = r."teamId"
               and f."importId" = r."importId" and f.row = r."matchRow"
       cross join lateral (select coalesce(f.outcome, r.outcome) as outcome, coalesce(f."matchId", r."matchId") as "matchId",
                                  case when f.row is null then r.extras else f.extras end as extras,
                                  case when f.row is null then r.choice else f.choice end as choice) b
       cross join lateral (select case b.outcome when 'ready' then 'keep' else coalesce(b.choice, ${fallback}) end as choice) x
       where ${ours(of)} and r.extras is not null and r.outcome <> 'error' and r.row > ${after}) taken
     where "candidateId" is not null order by row limit ${most}`;
}

export interface State {
  id: string;
  stage: string;
  sample: boolean;
  revealedAt: string | null;
  archivedAt: string | null;
  createdAt: string;
  createdById: string | null;
  ownerId: string | null;
}

/** A candidate that came whole stands as it stood; its own reveal too, since nothing of it was here before. */
export async function restoreStates(tx: Tx, { teamId }: Of, states: readonly State[], at: Date) {
  await tx.$executeRaw`
    update "Candidate" c set stage = x.stage::"Stage", sample = x.sample, "revealedAt" = x."revealedAt",
           "archivedAt" = x."archivedAt", "createdAt" = x."createdAt", "createdById" = x."createdById",
           "ownerId" = x."ownerId", "updatedAt" = ${at}
      from jsonb_to_recordset(${JSON.stringify(states)}::jsonb) as x(id uuid, stage text, sample boolean,
             "revealedAt" timestamptz, "archivedAt" timestamptz, "createdAt" timestamptz, "createdById" uuid, "ownerId" uuid)
     where c."teamId" = ${teamId}::uuid and c.id = x.id`;
}

export interface Brought {
  row: number;
  candidateId: string;
  ids: string[];
}

/** What was brought along, by id: what the undo takes back, and what it does not take for somebody's work. */
export async function rememberBrought(
  tx: Tx,
  { teamId, importId }: Of,
  brought: readonly Brought[],
) {
  await tx.$executeRaw`
    insert into "ImportMerge" ("teamId", "importId", row, "candidateId", before, after)
    select ${teamId}::uuid, ${importId}::uuid, x.row, x."candidateId", '{}', jsonb_build_object('brought', x.ids)
      from jsonb_to_recordset(${JSON.stringify(brought)}::jsonb) as x(row int, "candidateId" uuid, ids jsonb)
    on conflict ("teamId", "importId", row) do update set after = "ImportMerge".after || excluded.after`;
}

/** What the import has brought to candidates that it did not add. */
export async function broughtBeside(tx: Tx, { teamId, importId }: Of): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select distinct e.id from "ImportMerge" m
      join "Candidate" c on c."teamId" = m."teamId" and c.id = m."candidateId"
     cross join lateral jsonb_array_elements_text(m.after -> 'brought') as e(id)
     where m."teamId" = ${teamId}::uuid and m."importId" = ${importId}::uuid
       and c."importId" is distinct from m."importId"`;
  return rows.map(({ id }) => id);
}

/** The moment of this transaction, as the database's clock has it. */
export async function momentOf(tx: Tx): Promise<Date> {
  const rows = await tx.$queryRaw<{ at: Date }[]>`
    select date_trunc('milliseconds', transaction_timestamp()) as at`;
  return rows[0]?.at ?? new Date();
}
