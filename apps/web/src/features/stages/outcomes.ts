import type { Outcome } from "@highwater/shared/stages/contract";
import type { Role } from "@highwater/shared/team/contract";
import { atLeast } from "@highwater/shared/team/policy";

/** What this member may decide: to invest only as an admin, and only once it is revealed. */
export const outcomesFor = (role: Role, revealed: boolean): Outcome[] => [
  ...(atLeast(role, "admin") && revealed ? (["invest"] as const) : []),
  "watch",
  "pass",
];
