import type { Round } from "@highwater/shared/rounds/contract";
import { hosts, mayArrange } from "@highwater/shared/rounds/policy";
import type { Member, Role } from "@highwater/shared/team/contract";
import { Button, Modal, Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ConfirmButton } from "../../ui/confirm-button";
import { Empty } from "../../ui/empty";
import { LinkButton } from "../../ui/link";
import { UserText } from "../../ui/localized";
import { PageHead } from "../../ui/page-head";
import { day } from "../../ui/time-ago";
import { Agenda } from "./agenda";
import { CandidatePicker } from "./candidate-picker";
import { useAddToAgenda, useMeetingDeed, useRoundDeeds } from "./deeds";
import { RoundForm } from "./round-form";
import classes from "./rounds.module.css";

interface RoundViewProps {
  team: string;
  viewer: { memberId: string; role: Role; members: readonly Member[] };
  round: Round;
  onMeeting: () => void;
  onRemoved: () => void;
}

/** A round outside its meeting: what it is about, who hosts it, what is on its agenda. */
export function RoundView({ team, viewer, round, onMeeting, onRemoved }: RoundViewProps) {
  const { t } = useTranslation("rounds");
  const [open, setOpen] = useState<"facts" | "agenda" | null>(null);
  const { remove } = useRoundDeeds(round.id);
  const start = useMeetingDeed(round.id);
  const law = { ...round, hostId: round.host.id };
  const arranges = mayArrange(viewer, law);
  const runs = hosts(viewer, law);
  const planned = round.state === "planned";
  const params = { team, id: round.id };
  return (
    <>
      <PageHead title={round.name} aside={`#${round.number} · ${day(round.on)}`}>
        {arranges && planned && (
          <>
            <ConfirmButton
              label={t("remove")}
              warning={t("removeWarning")}
              onConfirm={() => remove.mutate(undefined, { onSuccess: onRemoved })}
              loading={remove.isPending}
            />
            <Button variant="default" onClick={() => setOpen("facts")}>
              {t("edit")}
            </Button>
          </>
        )}
        {arranges && (
          <Button variant="default" onClick={() => setOpen("agenda")}>
            {t("agenda.add")}
          </Button>
        )}
        {planned && runs && round.items.length > 0 && (
          <Button
            loading={start.isPending}
            onClick={() => start.mutate({ path: "start" }, { onSuccess: onMeeting })}
          >
            {t("start")}
          </Button>
        )}
        {round.state === "live" && (
          <LinkButton to="/t/$team/rounds/$id/meeting" params={params}>
            {t("join")}
          </LinkButton>
        )}
        {round.state === "closed" && (
          <LinkButton to="/t/$team/rounds/$id/memo" params={params}>
            {t("memo.open")}
          </LinkButton>
        )}
      </PageHead>
      <p className={classes.facts}>
        <span>{t("hostedBy", { name: round.host.name })}</span>
        <span className={classes.state} data-state={round.state}>
          {t(`state.${round.state}`)}
        </span>
        {round.topic && <UserText>{round.topic}</UserText>}
      </p>
      {round.items.length === 0 ? (
        <Empty
          title={t("agenda.empty")}
          action={arranges && <Button onClick={() => setOpen("agenda")}>{t("agenda.add")}</Button>}
        >
          {t("agenda.emptyHint")}
        </Empty>
      ) : (
        <Agenda team={team} round={round} mayArrange={arranges} />
      )}
      {open === "facts" && <RoundForm {...viewer} round={round} onClose={() => setOpen(null)} />}
      {open === "agenda" && <AddDialog round={round} onClose={() => setOpen(null)} />}
    </>
  );
}

function AddDialog({ round, onClose }: { round: Round; onClose: () => void }) {
  const { t } = useTranslation(["rounds", "common"]);
  const [chosen, setChosen] = useState<string[]>([]);
  const add = useAddToAgenda();
  const submit = () =>
    add.mutate({ id: round.id, candidateIds: chosen }, { onSuccess: () => onClose() });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("rounds:agenda.add")}
      closeButtonProps={{ "aria-label": t("common:act.close") }}
    >
      <Stack gap="sm">
        <CandidatePicker
          except={new Set(round.items.map(({ candidateId }) => candidateId))}
          chosen={chosen}
          onChange={setChosen}
        />
        <Button disabled={chosen.length === 0} loading={add.isPending} onClick={submit}>
          {t("rounds:agenda.addCount", { count: chosen.length })}
        </Button>
      </Stack>
    </Modal>
  );
}
