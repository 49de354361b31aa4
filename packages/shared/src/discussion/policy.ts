import type { Sight } from "../reviews/contract.js";
import { sees } from "../reviews/policy.js";
import type { Actor } from "../team/contract.js";
import { atLeast } from "../team/policy.js";

type Viewer = Pick<Actor, "memberId" | "role">;

/** From this spread on, members differ so much that it is to be talked over. */
export const disagreementFrom = 3;

/** Comments follow the reviews: whoever sees them reads, reviewers and above write. */
export const mayComment = (viewer: Viewer, sight: Sight): boolean =>
  sees(sight) && atLeast(viewer.role, "reviewer");

interface Said {
  memberId: string;
  parentId: string | null;
  removedAt: Date | string | null;
}

/** Nobody else's words are changed, by anybody. */
export const mayEdit = (viewer: Viewer, comment: Said): boolean =>
  comment.removedAt === null &&
  comment.memberId === viewer.memberId &&
  atLeast(viewer.role, "reviewer");

/** A thread is closed, and opened again, by who began it, by the candidate's owner, or by an admin. */
export const mayResolve = (viewer: Viewer, comment: Said, ownerId: string | null): boolean =>
  comment.parentId === null &&
  atLeast(viewer.role, "reviewer") &&
  ([comment.memberId, ownerId].includes(viewer.memberId) || atLeast(viewer.role, "admin"));

/** What was settled is said by whoever may review. */
export const maySettle = (viewer: Viewer): boolean => atLeast(viewer.role, "reviewer");
