import type { AgendaEntry, Round, RoundSummary } from "@highwater/shared/rounds/contract";
import { itemState } from "@highwater/shared/rounds/law";
import type { Outcome } from "@highwater/shared/stages/contract";
import type { Prisma } from "../../generated/prisma/client.js";
import { found } from "../../platform/db.js";
import { memberName, withName } from "../../platform/member-name.js";
import type { ReadDb } from "../../platform/team-scope.js";

const known = {
  select: { name: true, thesis: true, confidential: true, stage: true, revealedAt: true },
} as const;

const withAgenda = {
  host: withName,
  items: { orderBy: [{ position: "asc" }, { id: "asc" }], include: { candidate: known } },
} as const satisfies Prisma.RoundInclude;

export type RoundRow = Prisma.RoundGetPayload<{ include: typeof withAgenda }>;
export type ItemRow = RoundRow["items"][number];

const headOf = (row: Omit<RoundRow, "items">) => ({
  id: row.id,
  number: row.number,
  name: row.name,
  on: row.on.toISOString().slice(0, 10),
  topic: row.topic,
  host: { id: row.host.id, name: memberName(row.host) },
  state: row.state,
  startedAt: row.startedAt?.toISOString() ?? null,
  closedAt: row.closedAt?.toISOString() ?? null,
});

/** What these items' decisions say, as long as they stand. */
async function outcomesOf(db: Pick<ReadDb, "decision">, items: { decisionId: string | null }[]) {
  const ids = items.flatMap(({ decisionId }) => decisionId ?? []);
  const rows = await db.decision.findMany({ where: { id: { in: ids }, withdrawnAt: null } });
  return new Map<string | null, Outcome>(rows.map(({ id, outcome }) => [id, outcome]));
}

function entryOf(item: ItemRow, outcomes: Map<string | null, Outcome>): AgendaEntry {
  const { name, thesis, confidential, stage } = item.candidate;
  const { id, candidateId, decisionId } = item;
  return {
    ...{ id, candidateId, name, thesis, confidential, stage },
    state: itemState(item, item.candidate),
    outcome: outcomes.get(decisionId) ?? null,
  };
}

export const roundRow = async (db: Pick<ReadDb, "round">, id: string): Promise<RoundRow> =>
  found(await db.round.findFirst({ where: { id }, include: withAgenda }), "round");

export async function roundView(db: Pick<ReadDb, "decision">, row: RoundRow): Promise<Round> {
  const outcomes = await outcomesOf(db, row.items);
  return { ...headOf(row), items: row.items.map((item) => entryOf(item, outcomes)) };
}

export async function roundSummaries(db: ReadDb): Promise<RoundSummary[]> {
  const rows = await db.round.findMany({
    orderBy: [{ on: "desc" }, { number: "desc" }],
    take: 200,
    include: { host: withName, items: { select: { decisionId: true } } },
  });
  const outcomes = await outcomesOf(
    db,
    rows.flatMap(({ items }) => items),
  );
  return rows.map(({ items, ...row }) => ({
    ...headOf(row),
    candidates: items.length,
    decided: items.filter(({ decisionId }) => outcomes.has(decisionId)).length,
  }));
}
