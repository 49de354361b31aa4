import type { Actor, Role } from "../team/contract.js";
import { atLeast } from "../team/policy.js";

/** Admins and owners assign anybody; a reviewer may assign themselves. */
export const mayAssign = (
  actor: Pick<Actor, "role" | "memberId">,
  memberIds: readonly string[],
): boolean =>
  atLeast(actor.role, "admin") ||
  (atLeast(actor.role, "reviewer") && memberIds.every((id) => id === actor.memberId));

/** Who may be asked to review: an active member of the team, no viewer, nobody of the sample. */
export const assignable = (member: {
  role: Role;
  sample: boolean;
  suspendedAt?: Date | string | null;
  removedAt?: Date | string | null;
}): boolean =>
  atLeast(member.role, "reviewer") &&
  !member.sample &&
  (member.suspendedAt ?? null) === null &&
  (member.removedAt ?? null) === null;
