import type { Me, Team } from "@highwater/shared/team/contract";
import type { Client } from "./client.js";
import { emailOf, expectStatus, invite, signIn } from "./furniture.js";
import type { House } from "./house.js";

interface Column {
  table: string;
  name: string;
  type: string;
  needed: boolean;
}

/** What a segment of an address names, where it is not the table's own plural. */
const tables: Record<string, string> = {
  tokens: "ApiToken",
  bulk: "BulkEdit",
  evidence: "Evidence",
  items: "AgendaItem",
  capabilities: "Capability",
  "re-reviews": "ReReview",
  releaseIds: "Release",
};
const tableOf = (segment: string) =>
  tables[segment] ?? (segment[0] ?? "").toUpperCase() + segment.slice(1).replace(/s$/, "");

const columnsOf = async (house: House) =>
  (await house.sql(
    `select table_name as table, column_name as name, udt_name as type,
            is_nullable = 'NO' and column_default is null as needed
       from information_schema.columns where table_schema = 'public'`,
  )) as unknown as Column[];

/**
 * One row of whatever kind an address names, in a team of one's choice, made past the API: so that the test needs no
 * word about a table that is added later.
 */
export async function planter(
  house: House,
  team: { id: string; memberId: string; userId: string },
  known = new Map<string, string>(),
) {
  const columns = await columnsOf(house);
  const enums = await house.sql(
    `select t.typname as type, min(e.enumlabel) as label from pg_enum e
       join pg_type t on t.oid = e.enumtypid group by 1`,
  );
  const labels = new Map(enums.map(({ type, label }) => [type, label]));
  const has = (table: string) => columns.some((column) => column.table === table);

  async function filled({ name, type }: Column): Promise<unknown> {
    if (name === "teamId") return team.id;
    if (name === "userId") return team.userId;
    if (/^(member|host|owner)Id$|ById$/.test(name)) return team.memberId;
    const other = name.replace(/^intoId$/, "candidateId").replace(/Id$/, "");
    const table = (other[0] ?? "").toUpperCase() + other.slice(1);
    if (name.endsWith("Id") && has(table)) return plant(table);
    if (type === "uuid") return crypto.randomUUID();
    if (type === "jsonb" || type.startsWith("_")) return "{}";
    if (/^(int|float|numeric)/.test(type)) return 1;
    if (/^(timestamp|date)/.test(type)) return "2030-01-01";
    if (type === "bool") return false;
    if (type === "bytea") return Buffer.from("x");
    return labels.get(type) ?? `x ${crypto.randomUUID()}`;
  }

  async function plant(table: string): Promise<string> {
    if (!has(table)) throw new Error(`There is no table ${table}: name it in test/foreign.ts.`);
    const id = known.get(table);
    if (id && (await house.sql(`select 1 from "${table}" where id = $1`, [id])).length > 0)
      return id;
    const needed = columns.filter((column) => column.table === table && column.needed);
    const values = await Promise.all(needed.map(filled));
    const names = needed.map(({ name }) => `"${name}"`).join(", ");
    const places = needed.map((_, at) => `$${at + 1}`).join(", ");
    const [row] = await house.sql(
      `insert into "${table}" (${names}) values (${places}) returning id`,
      values,
    );
    known.set(table, String(row?.["id"]));
    return String(row?.["id"]);
  }

  known.set("Team", team.id);
  return (segment: string) => plant(tableOf(segment));
}

export type Plant = Awaited<ReturnType<typeof planter>>;

/** Who owns another team and belongs to no other; and what plants things there. */
export async function founderElsewhere(house: House) {
  const { viewer } = house;
  const other = expectStatus(await viewer.post<Team>("/teams", { name: "Elsewhere" }), 201);
  const there = viewer.with({ "x-highwater-team": other.slug });
  await invite(there, { role: "owner", name: "Estrella", email: emailOf("elsewhere") });
  const stranger = await signIn(house.url, emailOf("elsewhere"));
  expectStatus(await there.delete(`/members/${(await standing(there)).memberId}`), 204);
  const plant = await planter(house, { id: other.id, ...(await standing(stranger)) });
  return { stranger, plant };
}

async function standing(by: Client) {
  const { user, memberships } = (await by.get<Me>("/me")).body;
  const there = memberships.find(({ team }) => team.name === "Elsewhere");
  return { memberId: there?.memberId ?? "", userId: user.id };
}
