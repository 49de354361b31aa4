import { memberName, withName } from "../../platform/member-name.js";
import type { ReadDb } from "../../platform/team-scope.js";
import type { Here } from "./people.js";

/** Everybody of the team, those without an account too, in the order in which they came. */
export async function membersHere(db: Pick<ReadDb, "member">): Promise<Here[]> {
  const rows = await db.member.findMany({
    select: { ...withName.select, user: { select: { name: true, email: true } } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({ id: row.id, name: memberName(row), email: row.user?.email ?? null }));
}
