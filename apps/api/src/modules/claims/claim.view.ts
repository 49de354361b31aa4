import { brierScore, groupForecast, meanScore } from "@highwater/shared/claims/brier";
import {
  type Claim,
  type ClaimFacts,
  ClaimStatus,
  type Claims,
  Outcome,
} from "@highwater/shared/claims/contract";
import { forecastsOpen, isScored } from "@highwater/shared/claims/law";
import { Citation } from "@highwater/shared/kernel/contract";
import type { Prisma } from "../../generated/prisma/client.js";
import { memberName, withName } from "../../platform/member-name.js";

export const withForecasts = {
  forecasts: { include: { member: withName }, orderBy: { memberId: "asc" } },
} satisfies Prisma.ClaimInclude;

type Row = Prisma.ClaimGetPayload<{ include: typeof withForecasts }>;
type Facts = Omit<Row, "forecasts">;

const dayOf = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;

export const factsView = (row: Facts): ClaimFacts => ({
  id: row.id,
  text: { en: row.textEn, zh: row.textZh },
  saidOn: dayOf(row.saidOn) ?? "",
  dueOn: dayOf(row.dueOn),
  status: ClaimStatus.parse(row.status),
  source: row.source,
  citation: Citation.nullable().parse(row.citation),
  outcome: Outcome.nullable().parse(row.outcome),
  note: row.note,
  decidedOn: dayOf(row.decidedOn),
});

export function claimView(row: Row, memberId: string): Claim {
  const facts = factsView(row);
  const { outcome } = facts;
  const mine = row.forecasts.find((one) => one.memberId === memberId)?.probability ?? null;
  const open = forecastsOpen({ mine, outcome });
  const shown = open ? row.forecasts : [];
  return {
    ...facts,
    ...{ mine, open, count: row.forecasts.length },
    group: groupForecast(shown.map(({ probability }) => probability)),
    forecasts: shown.map(({ member, probability }) => ({
      by: { id: member.id, name: memberName(member) },
      probability,
      brier: isScored(outcome) ? brierScore(probability, outcome === "true") : null,
    })),
  };
}

/** Of the decided claims: each member's mean score, the best first, and the group's. */
export function scoresOf(claims: readonly Claim[]): Pick<Claims, "scores" | "group"> {
  const scored = claims.filter(({ outcome, count }) => isScored(outcome) && count > 0);
  const people = new Map<string, { by: Claim["forecasts"][number]["by"]; briers: number[] }>();
  for (const { by, brier } of scored.flatMap(({ forecasts }) => forecasts)) {
    const known = people.get(by.id) ?? { by, briers: [] };
    people.set(by.id, { ...known, briers: [...known.briers, brier ?? 0] });
  }
  const scores = [...people.values()]
    .map(({ by, briers }) => ({ by, claims: briers.length, brier: meanScore(briers) ?? 0 }))
    .sort((a, b) => a.brier - b.brier || b.claims - a.claims || a.by.name.localeCompare(b.by.name));
  const together = meanScore(
    scored.map(({ group, outcome }) => brierScore(group ?? 0, outcome === "true")),
  );
  return {
    scores,
    group: together === null ? null : { claims: scored.length, brier: together },
  };
}
