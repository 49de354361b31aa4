import type { PortfolioPerson } from "@highwater/shared/exchange/portfolio";
import { Prisma } from "../../generated/prisma/client.js";
import { memberName } from "../../platform/member-name.js";
import type { ReadDb } from "../../platform/team-scope.js";

const withAll = {
  decisions: true,
  trials: true,
  evidence: { include: { file: true } },
  comments: { include: { versions: { orderBy: { number: "asc" } } } },
  champions: true,
  disagreements: true,
  assignments: true,
  reliance: true,
} as const satisfies Prisma.CandidateInclude;
export type PortfolioRow = Prisma.CandidateGetPayload<{ include: typeof withAll }>;

export async function portfolioRows(db: ReadDb, ids: readonly string[]): Promise<PortfolioRow[]> {
  const rows = await db.candidate.findMany({ where: { id: { in: [...ids] } }, include: withAll });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Everybody of the team as a file names them, by member. */
export async function peopleOf(db: ReadDb): Promise<Map<string, PortfolioPerson>> {
  const members = await db.member.findMany({
    include: { user: { select: { name: true, email: true } } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const known = new Map<string, number>();
  return new Map(
    members.map((member) => {
      const name = memberName(member);
      const nth = (known.get(name) ?? 0) + 1;
      known.set(name, nth);
      return [member.id, { name, email: member.user?.email ?? null, nth }];
    }),
  );
}
