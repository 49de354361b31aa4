import type { Member } from "@highwater/shared/team/contract";
import { mayRemove, maySuspend } from "@highwater/shared/team/policy";
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ConfirmButton } from "../../ui/confirm-button";
import { notify } from "../../ui/notify";
import { undoToast } from "../../ui/undo-toast";
import classes from "./member-list.module.css";
import { useEditMember, useRemoveMember } from "./mutations";
import { useTeam } from "./use-team";

/** Suspending can be undone, so it is done at once; removing says first what follows. */
export function MemberDeeds({ member, bar }: { member: Member; bar: string | null }) {
  const me = useTeam();
  if (bar || !mayRemove(me, member)) return null;
  return (
    <div className={classes.deeds}>
      {maySuspend(me, member) && <SuspendButton member={member} />}
      {member.id === me.memberId ? <LeaveButton /> : <RemoveButton member={member} />}
    </div>
  );
}

function SuspendButton({ member }: { member: Member }) {
  const { t } = useTranslation("team");
  const { id, name } = member;
  const edit = useEditMember();
  const isSuspended = member.suspendedAt !== null;
  const restore = () =>
    edit.mutate(
      { id, patch: { suspended: false } },
      { onSuccess: () => notify.done(t("members.isRestored", { name })) },
    );
  const suspend = () =>
    edit.mutate(
      { id, patch: { suspended: true } },
      { onSuccess: () => undoToast(t("members.isSuspended", { name }), restore) },
    );
  const label = t(isSuspended ? "members.restore" : "members.suspend");
  return (
    <Button
      variant="default"
      aria-label={`${label}: ${name}`}
      loading={edit.isPending}
      onClick={isSuspended ? restore : suspend}
    >
      {label}
    </Button>
  );
}

function RemoveButton({ member: { id, name } }: { member: Member }) {
  const { t } = useTranslation("team");
  const remove = useRemoveMember();
  return (
    <ConfirmButton
      label={t("members.remove")}
      warning={t("members.removeSure", { name })}
      loading={remove.isPending}
      onConfirm={() =>
        remove.mutate(id, { onSuccess: () => notify.done(t("members.isRemoved", { name })) })
      }
    />
  );
}

function LeaveButton() {
  const { t } = useTranslation("team");
  const { memberId, team } = useTeam();
  const remove = useRemoveMember();
  // A whole reload, so that nothing of the team stays in memory.
  const leave = () => remove.mutate(memberId, { onSuccess: () => location.assign("/") });
  return (
    <ConfirmButton
      label={t("members.leave")}
      warning={t("members.leaveSure", { team: team.name })}
      loading={remove.isPending}
      onConfirm={leave}
    />
  );
}
