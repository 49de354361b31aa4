import type { CandidateFilter } from "@highwater/shared/candidates/contract";
import { type FieldCondition, parseConditions } from "@highwater/shared/fields/filter";
import { Prisma } from "../../generated/prisma/client.js";

/** The candidate's texts, as a search looks through them. */
export const searched = (table: Prisma.Sql) =>
  Prisma.sql`lower((concat_ws(' ', ${table}.name, ${table}.thesis, ${table}.problem,
    ${table}.description, ${table}.vertical, ${table}.buyer, ${table}.website, ${table}.notes,
    ${table}.people::text, array_to_string(${table}.tags, ' '))) collate "und-x-icu")`;

/** Every word must stand somewhere in the candidate's texts, in any case, in any script and database. */
export function textMatches(
  q: string | undefined,
  table: Prisma.Sql,
  text = searched(table),
): Prisma.Sql {
  const words = (q ?? "").split(/\s+/).filter(Boolean).slice(0, 10);
  return words.reduce(
    (clause, word) =>
      Prisma.sql`${clause} and strpos(${text}, lower(${word}::text collate "und-x-icu")) > 0`,
    Prisma.sql`true`,
  );
}

/** Equal as text in any case; ordered as numbers where both are numbers, else as text, as dates are. */
function holds({ key, operator, value }: FieldCondition): Prisma.Sql {
  const held = Prisma.sql`coalesce(c.fields -> ${key} ->> 'amount', c.fields ->> ${key})`;
  if (operator === ":") return Prisma.sql`lower(${held}) = lower(${value})`;
  const than = operator === ">=" ? Prisma.sql`>=` : Prisma.sql`<=`;
  return /^-?\d+(\.\d+)?$/.test(value)
    ? Prisma.sql`case when ${held} ~ '^-?[0-9.]+$' then (${held})::numeric ${than} ${value}::numeric else false end`
    : Prisma.sql`${held} collate "C" ${than} ${value}`;
}

/** It is part of another candidate by now. */
export const mergedAway = Prisma.sql`exists (
  select 1 from "Merge" m where m."teamId" = c."teamId" and m."fromId" = c.id and m."undoneAt" is null)`;

/** `archived` left out selects both. */
export type Selection = Omit<CandidateFilter, "archived"> & { archived?: boolean | undefined };

/** The condition on `"Candidate" c` that a filter stands for: in lists, bulk edits, views and exports. */
export const selected = (teamId: string, filter: Selection): Prisma.Sql =>
  Prisma.sql`${selectable(teamId)} and ${fits(filter)}`;

/** What any filter may select from. */
export const selectable = (teamId: string): Prisma.Sql =>
  Prisma.sql`c."teamId" = ${teamId}::uuid and not ${mergedAway}`;

/** What the filter itself asks of one that is selectable. */
export function fits(filter: Selection, text?: Prisma.Sql): Prisma.Sql {
  const { stage = null, vertical = null, tag = null, owner = null, outcome = null } = filter;
  const conditions = parseConditions(filter.fields ?? "").map(holds);
  return Prisma.sql`
    (${filter.archived ?? null}::bool is null or (c."archivedAt" is not null) = ${filter.archived ?? null})
    and (${stage}::text is null or c.stage::text = ${stage})
    and (${vertical}::text is null or c.vertical = ${vertical})
    and (${tag}::text is null or ${tag} = any(c.tags))
    and (${owner}::uuid is null or c."ownerId" = ${owner}::uuid)
    and (${filter.import ?? null}::uuid is null or c."importId" = ${filter.import ?? null}::uuid)
    and (${outcome}::text is null or exists (
      select 1 from "Decision" d where d."teamId" = c."teamId" and d."candidateId" = c.id
         and d."withdrawnAt" is null and d.outcome::text = ${outcome}))
    and ${textMatches(filter.q, Prisma.sql`c`, text)}
    and ${conditions.length > 0 ? Prisma.join(conditions, " and ") : Prisma.sql`true`}`;
}

/** What a sort compares, as text that orders as it should; names in one fixed collation. */
export function sortKey(column: string): Prisma.Sql {
  if (column.startsWith("fields.")) {
    const key = column.slice("fields.".length);
    const held = Prisma.sql`coalesce(c.fields -> ${key} ->> 'amount', c.fields ->> ${key})`;
    const padded = Prisma.sql`to_char((${held})::numeric + 1e15, 'FM0000000000000000.000000')`;
    return Prisma.sql`coalesce(case when ${held} ~ '^-?[0-9]+(\.[0-9]+)?$' then ${padded} else ${held} end, '') collate "zh-x-icu"`;
  }
  switch (column) {
    case "name":
      return Prisma.sql`c.name collate "zh-x-icu"`;
    case "vertical":
      return Prisma.sql`coalesce(c.vertical, '') collate "zh-x-icu"`;
    case "stage":
      return Prisma.sql`array_position(enum_range(null::"Stage"), c.stage)::text`;
    case "owner":
      return Prisma.sql`coalesce((
        select coalesce(u.name, m.name) from "Member" m left join "User" u on u.id = m."userId"
         where m."teamId" = c."teamId" and m.id = c."ownerId"), '') collate "zh-x-icu"`;
    case "updatedAt":
      return Prisma.sql`to_char(c."updatedAt" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS')`;
    default:
      return Prisma.sql`to_char(c."createdAt" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS')`;
  }
}
