import { type Actor, type Role, roles } from "./contract.js";

type Ranked = Pick<Actor, "role">;

/** Whether `role` stands at least as high as `needed`. */
export const atLeast = (role: Role, needed: Role): boolean =>
  roles.indexOf(role) >= roles.indexOf(needed);

/** Nobody gives more than they have. */
export const mayGrant = (actor: Ranked, role: Role): boolean =>
  atLeast(actor.role, "admin") && atLeast(actor.role, role);

/** Admins manage everyone below an owner; only owners touch owners. */
export const mayManage = (actor: Ranked, member: { role: Role }): boolean =>
  atLeast(actor.role, "admin") && (member.role !== "owner" || actor.role === "owner");

type Leave = { suspendedAt: unknown; removedAt: unknown };

/** Whether somebody belongs to the team and may act in it: who may be chosen, asked and counted. */
export const isStanding = ({ suspendedAt, removedAt }: Leave): boolean =>
  !suspendedAt && !removedAt;

type Standing = { id: string; role: Role };
type Acting = Pick<Actor, "role" | "memberId">;

/** Nobody suspends themselves, nor ends their own suspension. */
export const maySuspend = (actor: Acting, member: Standing): boolean =>
  mayManage(actor, member) && actor.memberId !== member.id;

/** Everybody may leave; others go by the word of whoever manages them. */
export const mayRemove = (actor: Acting, member: Standing): boolean =>
  actor.memberId === member.id || mayManage(actor, member);

/** Whether the team would have no owner without this one. The suspended and the removed don't count. */
export const isLastOwner = (id: string, members: readonly (Standing & Leave)[]): boolean => {
  const owners = members.filter((member) => member.role === "owner" && isStanding(member));
  return owners.length === 1 && owners[0]?.id === id;
};
