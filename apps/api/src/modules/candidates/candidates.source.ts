import type { CandidateFilter } from "@highwater/shared/candidates/contract";
import { type FieldCondition, parseConditions } from "@highwater/shared/fields/filter";
import { Prisma } from "../../generated/prisma/client.js";

/** Every word must stand somewhere in the candidate's texts, in any case, in any script and database. */
export function textMatches(q: string | undefined, table: Prisma.Sql): Prisma.Sql {
  const words = (q ?? "").split(/\s+/).filter(Boolean).slice(0, 10);
  const text = Prisma.sql`lower((concat_ws(' ', ${table}.name, ${table}.thesis, ${table}.problem,
    ${table}.description, ${table}.vertical, ${table}.buyer, ${table}.website, ${table}.notes,
    ${table}.people::text, array_to_string(${table}.tags, ' '))) collate "und-x-icu")`;
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

/** The condition on `"Candidate" c` that a filter stands for: in lists, bulk edits, views and exports. */
export function selected(teamId: string, filter: CandidateFilter): Prisma.Sql {
  const { stage = null, vertical = null, tag = null, owner = null, outcome = null } = filter;
  const conditions = parseConditions(filter.fields ?? "").map(holds);
  return Prisma.sql`
    c."teamId" = ${teamId}::uuid
    and (c."archivedAt" is not null) = ${filter.archived}
    and (${stage}::text is null or c.stage::text = ${stage})
    and (${vertical}::text is null or c.vertical = ${vertical})
    and (${tag}::text is null or ${tag} = any(c.tags))
    and (${owner}::uuid is null or c."ownerId" = ${owner}::uuid)
    and (${filter.import ?? null}::uuid is null or c."importId" = ${filter.import ?? null}::uuid)
    and (${outcome}::text is null or exists (
      select 1 from "Decision" d where d."teamId" = c."teamId" and d."candidateId" = c.id
         and d."withdrawnAt" is null and d.outcome::text = ${outcome}))
    and ${textMatches(filter.q, Prisma.sql`c`)}
    and ${conditions.length > 0 ? Prisma.join(conditions, " and ") : Prisma.sql`true`}`;
}
