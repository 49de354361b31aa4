import type { Tx } from "../../platform/team-scope.js";

/** Whoever changes roles, settings or fields of a team waits here for the one before. */
export async function lockTeam(tx: Tx, teamId: string) {
  await tx.$queryRaw`select 1 from "Team" where id = ${teamId}::uuid for update`;
}
