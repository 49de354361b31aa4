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
