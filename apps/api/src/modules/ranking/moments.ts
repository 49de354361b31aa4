import { invalid, Problem } from "@highwater/shared/kernel/problem";
import type { ReadDb } from "../../platform/team-scope.js";

const day = /^\d{4}-\d\d-\d\d$/;
const time = /^\d{4}-\d\d-\d\dT/;

/** The time that a moment of a query means: itself, the end of its day, or the close of its round. */
export async function momentOf(
  db: ReadDb,
  key: "asOf" | "since",
  moment: string | undefined,
): Promise<Date | undefined> {
  if (moment === undefined) return undefined;
  if (day.test(moment)) return new Date(`${moment}T23:59:59.999Z`);
  if (time.test(moment)) return new Date(moment);
  const round = await db.round.findFirst({ where: { id: moment }, select: { closedAt: true } });
  if (!round) throw invalid(`#/${key}`, "ranking.no_round", "There is no such round.");
  if (!round.closedAt)
    throw invalid(
      `#/${key}`,
      "ranking.round_open",
      "This round is not closed yet: nothing is since its close.",
    );
  return round.closedAt;
}

/** One's own marks have no history. */
export function insistOnTeam(query: { scope: string; asOf?: unknown; since?: unknown }) {
  const key = query.asOf !== undefined ? "asOf" : query.since !== undefined ? "since" : undefined;
  if (query.scope === "team" || key === undefined) return;
  throw new Problem("invalid", "Only the team's ranking has a history. Ask for scope=team.", {
    errors: [
      {
        pointer: `#/${key}`,
        code: "ranking.no_history",
        message: "Only the team's ranking has a history.",
      },
    ],
  });
}
