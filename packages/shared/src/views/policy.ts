import type { Actor } from "../team/contract.js";
import { atLeast } from "../team/policy.js";

type Kept = { memberId: string; shared: boolean };
type Member = Pick<Actor, "memberId" | "role">;

/** What is shared concerns the team; whoever only looks on keeps private views. */
export const mayShare = ({ role }: Pick<Actor, "role">): boolean => atLeast(role, "reviewer");

/** To everyone else a private view is an absent one. */
export const seesView = ({ memberId }: Pick<Member, "memberId">, view: Kept): boolean =>
  view.shared || view.memberId === memberId;

/** Whoever made it; an admin a shared one. What it selects and who has it is its maker's alone. */
export const mayRenameView = ({ memberId, role }: Member, view: Kept): boolean =>
  view.memberId === memberId || (view.shared && atLeast(role, "admin"));
