import { type Member, type Role, roles } from "@highwater/shared/team/contract";
import { mayGrant, mayManage } from "@highwater/shared/team/policy";
import { NativeSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { notify } from "../../ui/notify";
import classes from "./member-list.module.css";
import { useEditMember } from "./mutations";
import { useTeam } from "./use-team";

export function RoleField({ member, bar }: { member: Member; bar: string | null }) {
  const { t } = useTranslation(["team", "vocabulary"]);
  const me = useTeam();
  const edit = useEditMember();
  const named = (role: Role) => t(`vocabulary:role.${role}`);
  if (bar)
    return (
      <>
        {named(member.role)}
        <p className={classes.why}>{bar}</p>
      </>
    );
  if (!mayManage(me, member)) return named(member.role);
  const options = roles
    .filter((role) => role === member.role || mayGrant(me, role))
    .map((role) => ({ value: role, label: named(role) }));
  const onChoose = (chosen: string) => {
    const role = roles.find((one) => one === chosen);
    if (!role) return;
    edit.mutate(
      { id: member.id, patch: { role } },
      {
        onSuccess: () =>
          notify.done(t("members.changed", { name: member.name, role: named(role) })),
      },
    );
  };
  return (
    <NativeSelect
      aria-label={t("members.roleOf", { name: member.name })}
      data={options}
      maw={160}
      value={edit.isPending ? (edit.variables.patch.role ?? member.role) : member.role}
      disabled={edit.isPending}
      onChange={(event) => onChoose(event.currentTarget.value)}
    />
  );
}
