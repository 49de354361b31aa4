import type { Member, Role } from "@highwater/shared/team/contract";

/** Who looks at a candidate, and among whom. */
export interface Viewer {
  /** The team's slug, for links. */
  team: string;
  memberId: string;
  role: Role;
  members: Member[];
}
