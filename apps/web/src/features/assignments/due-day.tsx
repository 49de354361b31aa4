import type { Assignment } from "@highwater/shared/assignments/contract";
import { Button, Group, Popover, TextInput } from "@mantine/core";
import { IconCalendar } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { hasStatus } from "../../lib/api-problem";
import { icon } from "../../ui/icon";
import { ProblemNote } from "../../ui/problem-note";
import { day } from "../../ui/time-ago";
import classes from "./assignments.module.css";
import { useSetDue } from "./deeds";
import { assignmentQuery } from "./queries";

interface DueDayProps {
  item: Pick<Assignment, "id" | "dueOn" | "overdue" | "member" | "candidate">;
  /** Whether this viewer may set another day. */
  may: boolean;
}

/** By when a review is asked for; whoever may assign it changes that here. */
export function DueDay({ item, may }: DueDayProps) {
  const { t } = useTranslation("assignments");
  const [open, setOpen] = useState(false);
  const { dueOn, overdue, member, candidate } = item;
  const said = dueOn ? t("due", { day: day(dueOn) }) : "";
  const tone = overdue ? classes.late : classes.dim;
  if (!may) return <span className={tone}>{said}</span>;
  return (
    <Popover opened={open} onChange={setOpen} width={260} position="bottom-end" trapFocus withRoles>
      <Popover.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconCalendar {...icon} />}
          aria-label={t("dueOf", { said: said || t("noDue"), ...named(member, candidate) })}
          onClick={() => setOpen(!open)}
        >
          <span className={tone}>{said || t("setDue")}</span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("dialog.dueOn")}>
        {open && <DueForm item={item} onClose={() => setOpen(false)} />}
      </Popover.Dropdown>
    </Popover>
  );
}

const named = (member: { name: string }, candidate: { name: string }) => ({
  member: member.name,
  candidate: candidate.name,
});

interface DueFormProps {
  item: Pick<Assignment, "id" | "dueOn">;
  onClose: () => void;
}

function DueForm({ item, onClose }: DueFormProps) {
  const { t } = useTranslation(["assignments", "common"]);
  const { data: stored, error, refetch } = useQuery(assignmentQuery(item.id));
  const [typed, setTyped] = useState<string>();
  const set = useSetDue(item.id);
  const value = typed ?? (stored?.data ?? item).dueOn ?? "";
  const save = (event: FormEvent) => {
    event.preventDefault();
    set.mutate(
      { dueOn: value || null, etag: stored?.etag },
      { onSuccess: onClose, onError: (refusal) => hasStatus(refusal, 412) && void refetch() },
    );
  };
  return (
    <form onSubmit={save} className={classes.due}>
      <TextInput
        type="date"
        label={t("assignments:dialog.dueOn")}
        description={t("assignments:dueHint")}
        value={value}
        onChange={(event) => setTyped(event.currentTarget.value)}
        data-autofocus
      />
      <ProblemNote error={error ?? set.error} />
      <Group gap="sm" justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t("common:act.cancel")}
        </Button>
        <Button type="submit" loading={set.isPending}>
          {t("common:act.save")}
        </Button>
      </Group>
    </form>
  );
}
