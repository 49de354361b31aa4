import type { Actor } from "../team/contract.js";
import { atLeast } from "../team/policy.js";
import type { RoundState } from "./contract.js";

type Who = Pick<Actor, "role" | "memberId">;
type Hosted = { hostId: string };

/** Owners and admins make rounds and name their hosts: a host reveals, which is for ever. */
export const mayPlan = ({ role }: Pick<Actor, "role">): boolean => atLeast(role, "admin");

/** Who can be a host, and who votes. */
export const mayHost = ({ role }: Pick<Actor, "role">): boolean => atLeast(role, "reviewer");

/** Who runs the meeting. */
export const hosts = (actor: Who, round: Hosted): boolean =>
  mayHost(actor) && actor.memberId === round.hostId;

/** An admin takes a meeting over whose host is gone. */
export const mayTakeOver = (actor: Who, round: Hosted & { state: RoundState }): boolean =>
  round.state !== "closed" && mayPlan(actor) && actor.memberId !== round.hostId;

/** Its host arranges the agenda as well, until it is closed. */
export const mayArrange = (actor: Who, round: Hosted & { state: RoundState }): boolean =>
  round.state !== "closed" && (mayPlan(actor) || hosts(actor, round));

export const mayVote = ({ role }: Pick<Actor, "role">, recused: boolean): boolean =>
  atLeast(role, "reviewer") && !recused;

/** Votes are cast without sight of each other, as reviews are, the host's too; nobody recused sees any. */
export const seesVotes = (state: {
  recused: boolean;
  voted: boolean;
  /** Everyone present who may vote has voted. */
  allIn: boolean;
  over: boolean;
}): boolean => !state.recused && (state.voted || state.allIn || state.over);
