import type { CandidateFilter } from "@highwater/shared/candidates/contract";
import {
  type FactKey,
  type Operator,
  parseSearch,
  type SearchTerm,
} from "@highwater/shared/candidates/search";
import { type FieldCondition, parseConditions } from "@highwater/shared/fields/filter";
import { invalid } from "@highwater/shared/kernel/problem";
import { coreCriteria } from "@highwater/shared/rubrics/contract";
import { Prisma } from "../../generated/prisma/client.js";
import type { ReadDb } from "../../platform/team-scope.js";
import { reviewedBy } from "../reviews/reviews.source.js";

type Viewer = { teamId: string; memberId: string };

const signs = /[\u2E80-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF]+/gu;

/** Signs of a text alone where they stand alone, else in pairs: as "signs" in the database cuts them. */
const pairsIn = (value: string): string[] =>
  (value.match(signs) ?? []).flatMap((run) =>
    run.length === 1 ? [run] : Array.from(run.slice(1), (sign, at) => `${run[at]}${sign}`),
  );

/** In small letters of any script; compared by the collation of the columns, for which their indexes are. */
const small = (value: string): Prisma.Sql =>
  Prisma.sql`(lower(${value}::text collate "und-x-icu") collate "default")`;

/** What an index can say beforehand of a text that holds this value. */
function likely(value: string): Prisma.Sql {
  const pairs = pairsIn(value);
  if (pairs.length > 0) return Prisma.sql`"signs"(n.text) @> ${pairs}::text[]`;
  const pattern = `%${value.replace(/[\\%_]/g, "\\$&")}%`;
  return Prisma.sql`n.text like ${small(pattern)}`;
}

/**
 * A text must stand somewhere in the candidate's texts, in any case, in any script and database. What an import has
 * brought and its job has not indexed yet is looked through as it is. An array, so that it is asked once, whatever
 * PostgreSQL believes of tables that have just grown.
 */
const stands = (teamId: string, value: string): Prisma.Sql => Prisma.sql`c.id = any(array(
  select n."candidateId" from "CandidateName" n
   where n."teamId" = ${teamId}::uuid and ${likely(value)}
     and strpos(n.text, ${small(value)}) > 0
  union all
  select w.id from "Candidate" w
   where w."teamId" = ${teamId}::uuid
     and (select exists (select from "Job" j where j."teamId" = ${teamId}::uuid
            and j.kind = 'imports.names' and j.state <> 'done'))
     and not exists (select from "CandidateName" n where n."teamId" = w."teamId" and n."candidateId" = w.id)
     and strpos("searched"(w), ${small(value)}) > 0))`;

export const comparison = {
  ":": Prisma.sql`=`,
  ">=": Prisma.sql`>=`,
  "<=": Prisma.sql`<=`,
  ">": Prisma.sql`>`,
  "<": Prisma.sql`<`,
} as const satisfies Record<Operator, Prisma.Sql>;

/** Equal as text in any case; ordered as numbers where both are numbers, else as text, as dates are. */
function holds({
  key,
  operator,
  value,
}: Omit<FieldCondition, "operator"> & { operator: Operator }): Prisma.Sql {
  const held = Prisma.sql`coalesce(c.fields -> ${key} ->> 'amount', c.fields ->> ${key})`;
  if (operator === ":") return Prisma.sql`lower(${held}) = lower(${value})`;
  const than = comparison[operator];
  return /^-?\d+(\.\d+)?$/.test(value)
    ? Prisma.sql`case when ${held} ~ '^-?[0-9.]+$' then (${held})::numeric ${than} ${value}::numeric else false end`
    : Prisma.sql`${held} collate "C" ${than} ${value}`;
}

const person = Prisma.sql`
  select m.id from "Member" m left join "User" u on u.id = m."userId" where m."teamId" = c."teamId"`;

/** Members by what they are called, or whoever asks. */
const called = (name: string, viewer: Viewer | undefined): Prisma.Sql =>
  name.toLowerCase() === "me"
    ? Prisma.sql`(${asked(viewer).memberId}::uuid)`
    : Prisma.sql`(${person} and lower(coalesce(u.name, m.name)) = lower(${name}))`;

function asked(viewer: Viewer | undefined): Viewer {
  if (viewer) return viewer;
  throw elsewhere("me and reviewer: are asked for in the ranking, not in the pipeline.");
}

const elsewhere = (sentence: string) => invalid("#/q", "search.elsewhere", sentence);

function is(key: FactKey, value: string, viewer: Viewer | undefined): Prisma.Sql {
  switch (key) {
    case "vertical":
      return Prisma.sql`lower(c.vertical) = lower(${value})`;
    case "stage":
      return Prisma.sql`c.stage::text = ${value}`;
    case "tag":
      return Prisma.sql`exists (select from unnest(c.tags) t where lower(t) = lower(${value}))`;
    case "owner":
      return Prisma.sql`c."ownerId" in ${called(value, viewer)}`;
    case "kind":
      return Prisma.sql`lower(c.kind) = lower(${value})`;
    case "market":
      return Prisma.sql`lower(c.market) = lower(${value})`;
    case "decision":
      return Prisma.sql`exists (
        select from "Decision" d where d."teamId" = c."teamId" and d."candidateId" = c.id
           and d."withdrawnAt" is null and d.outcome::text = ${value})`;
  }
}

type Figures = (term: Extract<SearchTerm, { kind: "figure" }>) => Prisma.Sql;

/** Who asks, and how a figure of the ranking is asked for: where nobody says, neither can be asked for. */
interface SearchAsked {
  viewer?: Viewer;
  figures?: Figures;
}

function termHolds(teamId: string, term: SearchTerm, { viewer, figures }: SearchAsked): Prisma.Sql {
  switch (term.kind) {
    case "text":
      return stands(teamId, term.value);
    case "fact":
      return is(term.key, term.value, viewer);
    case "field":
      return holds(term);
    case "reviewer":
      return reviewedBy(
        asked(viewer),
        called(term.value, viewer),
        term.value.toLowerCase() === "me",
      );
    case "figure":
      if (figures) return figures(term);
      throw elsewhere(
        `${term.key}: is a figure of the ranking. Ask for it there, not in the pipeline.`,
      );
  }
}

/** Refuses a filter that is neither a fact, a figure nor a field of this team: nothing would ever be found by it. */
export async function insistOnFields(
  db: Pick<ReadDb, "field">,
  q: string | undefined,
  criteria: readonly string[] = coreCriteria,
) {
  const asked = parseSearch(q ?? "", criteria).flatMap((term) =>
    term.kind === "field" ? [term.key] : [],
  );
  if (asked.length === 0) return;
  const fields = await db.field.findMany({ select: { key: true } });
  const known = new Set(fields.map(({ key }) => key.toLowerCase()));
  const stranger = asked.find((key) => !known.has(key));
  if (stranger !== undefined)
    throw invalid(
      "#/q",
      "search.key",
      `"${stranger}" is no filter and no field of this team. Put the words in quotation marks, or leave the sign out.`,
    );
}

/** The condition on `"Candidate" c` that terms of a search stand for. */
export const termsHold = (
  teamId: string,
  terms: readonly SearchTerm[],
  how: SearchAsked = {},
): Prisma.Sql =>
  terms.reduce((clause, term) => {
    const one = termHolds(teamId, term, how);
    return Prisma.sql`${clause} and ${term.not ? Prisma.sql`not coalesce(${one}, false)` : one}`;
  }, Prisma.sql`true`);

/** It is part of another candidate by now. */
export const mergedAway = Prisma.sql`exists (
  select 1 from "Merge" m where m."teamId" = c."teamId" and m."fromId" = c.id and m."undoneAt" is null)`;

/** `archived` left out selects both. */
export type Selection = Omit<CandidateFilter, "archived"> & { archived?: boolean | undefined };

/** The condition on `"Candidate" c` that a filter stands for: in lists, bulk edits, views and exports. */
export const selected = (teamId: string, filter: Selection): Prisma.Sql =>
  Prisma.sql`${selectable(teamId)} and ${fits(teamId, filter)}`;

/** What any filter may select from. */
export const selectable = (teamId: string): Prisma.Sql =>
  Prisma.sql`c."teamId" = ${teamId}::uuid and not ${mergedAway}`;

/** What the filter itself asks of one that is selectable. */
export function fits(teamId: string, filter: Selection): Prisma.Sql {
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
    and ${termsHold(teamId, parseSearch(filter.q ?? "", coreCriteria))}
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
