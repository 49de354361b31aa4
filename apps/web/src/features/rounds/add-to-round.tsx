import { longestAgenda, type RoundSummary } from "@highwater/shared/rounds/contract";
import { mayArrange, mayPlan } from "@highwater/shared/rounds/policy";
import type { Member, Role } from "@highwater/shared/team/contract";
import { Button, Menu } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { UserText } from "../../ui/localized";
import { notify } from "../../ui/notify";
import { day } from "../../ui/time-ago";
import { useAddToAgenda } from "./deeds";
import { roundsQuery } from "./queries";
import { RoundForm } from "./round-form";

interface AddToRoundProps {
  /** By name; of a filter that selects more than the list has loaded, none. */
  candidateIds: string[] | null;
  viewer: { memberId: string; role: Role; members: readonly Member[] };
  onDone: () => void;
}

/** Puts what is selected at the end of an agenda, or on that of a new round. */
export function AddToRound({ candidateIds, viewer, onDone }: AddToRoundProps) {
  const { t } = useTranslation("rounds");
  const { data } = useQuery(roundsQuery());
  const [making, setMaking] = useState(false);
  const add = useAddToAgenda();
  const open = (data?.items ?? []).filter((round) =>
    mayArrange(viewer, { ...round, hostId: round.host.id }),
  );
  if (open.length === 0 && !mayPlan(viewer)) return null;
  const tooMany = candidateIds === null || candidateIds.length > longestAgenda;
  const put = ({ id, name }: RoundSummary) =>
    add.mutate(
      { id, candidateIds: candidateIds ?? [] },
      {
        onSuccess: () => {
          onDone();
          notify.done(t("agenda.added", { name }));
        },
      },
    );
  return (
    <>
      <Menu>
        <Menu.Target>
          <Button
            variant="default"
            loading={add.isPending}
            disabled={tooMany}
            title={tooMany ? t("agenda.tooMany", { count: longestAgenda }) : undefined}
          >
            {t("agenda.toRound")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={320}>
          {open.map((round) => (
            <Menu.Item key={round.id} onClick={() => put(round)}>
              <UserText>{round.name}</UserText> · {day(round.on)}
            </Menu.Item>
          ))}
          {mayPlan(viewer) && (
            <Menu.Item onClick={() => setMaking(true)}>{t("agenda.newRound")}</Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {making && (
        <RoundForm
          {...viewer}
          start={candidateIds ?? []}
          onClose={() => setMaking(false)}
          onMade={(name) => {
            setMaking(false);
            onDone();
            notify.done(t("agenda.added", { name }));
          }}
        />
      )}
    </>
  );
}
