import type { Actor } from "../team/contract.js";
import { atLeast } from "../team/policy.js";

type Who = Pick<Actor, "role">;

/** Levels, releases, defences and publishing concern every candidate at once. */
export const mayTurnTide = (actor: Who): boolean => atLeast(actor.role, "admin");

/** Reliance is a fact of a candidate, as others are; a scenario is anybody's who reviews. */
export const mayRely = (actor: Who): boolean => atLeast(actor.role, "reviewer");
