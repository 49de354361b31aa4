import type { Member, Role } from "@highwater/shared/team/contract";

/** Who takes part in a meeting, and with whom. */
export interface MeetingViewer {
  team: string;
  memberId: string;
  role: Role;
  members: readonly Member[];
}
