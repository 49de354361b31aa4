import type { Assignment } from "@highwater/shared/assignments/contract";
import { mayAssign } from "@highwater/shared/assignments/policy";
import type { Actor, Member } from "@highwater/shared/team/contract";
import { atLeast } from "@highwater/shared/team/policy";
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ConfirmButton } from "../../ui/confirm-button";
import { UserText } from "../../ui/localized";
import { notify } from "../../ui/notify";
import { ProblemNote } from "../../ui/problem-note";
import { AssignMany } from "./assign-many";
import classes from "./assignments.module.css";
import { useAssign, useRemove } from "./deeds";
import { DueDay } from "./due-day";
import { assignedQuery } from "./queries";

interface AssignedProps {
  candidateId: string;
  /** Nobody is asked to review it any more. */
  closed: boolean;
  viewer: Pick<Actor, "role" | "memberId"> & { members: readonly Member[] };
}

/** Who is asked to review this candidate, by when, and as far as one may know: whether they have. */
export function Assigned({ candidateId, closed, viewer }: AssignedProps) {
  const { t } = useTranslation("assignments");
  const { data, error, refetch } = useQuery(assignedQuery(candidateId));
  const chosen = { ids: [candidateId] };
  const own = useAssign(chosen, () => {});
  const items = data?.items ?? [];
  const mine = items.some(({ member }) => member.id === viewer.memberId);
  if (closed && items.length === 0) return null;
  return (
    <section aria-labelledby="assigned">
      <h2 id="assigned" className={classes.title}>
        {t("title")}
      </h2>
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {data && items.length === 0 && <p className={classes.dim}>{t("nobody")}</p>}
      {items.length > 0 && (
        <ul className={classes.people}>
          {items.map((item) => (
            <One key={item.id} item={item} viewer={viewer} />
          ))}
        </ul>
      )}
      {!closed && (
        <div className={classes.deeds}>
          {atLeast(viewer.role, "admin") && (
            <AssignMany chosen={chosen} count={1} members={viewer.members} onDone={() => {}} />
          )}
          {!mine && atLeast(viewer.role, "reviewer") && data && (
            <Button
              variant="default"
              loading={own.busy}
              onClick={() => own.run({ memberIds: [viewer.memberId], dueOn: null })}
            >
              {t("takeOn")}
            </Button>
          )}
          <ProblemNote error={own.error} />
        </div>
      )}
    </section>
  );
}

function One({ item, viewer }: { item: Assignment; viewer: AssignedProps["viewer"] }) {
  const { t } = useTranslation("assignments");
  const remove = useRemove();
  const { id, member, by, state, overdue } = item;
  const may = mayAssign(viewer, [member.id, by.id]) && state !== "signed";
  return (
    <li>
      <strong>
        <UserText>{member.name}</UserText>
      </strong>
      <span className={classes.dim}>{t(`state.${state}`)}</span>
      <DueDay item={item} may={may} />
      {overdue && state === "open" && <span className={classes.late}>{t("overdue")}</span>}
      {may && (
        <ConfirmButton
          label={t("removeShort")}
          warning={t("removeWarning")}
          loading={remove.isPending}
          onConfirm={() => remove.mutate(id, { onError: notify.failed })}
        />
      )}
    </li>
  );
}
