import type { Member } from "@highwater/shared/team/contract";
import { isLastOwner, mayManage } from "@highwater/shared/team/policy";
import { useTranslation } from "react-i18next";
import { useTeam } from "./use-team";

/** Why nothing may be changed of this member, to be said beside the control; null where it may. */
export function useBar(member: Member, members: readonly Member[]): string | null {
  const { t } = useTranslation("team");
  const me = useTeam();
  const isOwn = member.id === me.memberId;
  if (!me.isAdmin && !isOwn) return null;
  if (!isOwn && !mayManage(me, member)) return t("members.ownersOnly");
  return isLastOwner(member.id, members) ? t("members.lastOwner") : null;
}
