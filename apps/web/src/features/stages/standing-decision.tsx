import type { Decision } from "@highwater/shared/stages/contract";
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { UserText } from "../../ui/localized";
import { day, TimeAgo } from "../../ui/time-ago";
import { useWithdraw } from "./deeds";
import { HowDecided } from "./how-decided";
import classes from "./standing-decision.module.css";

interface StandingDecisionProps {
  candidateId: string;
  decision: Decision | null;
  /** Among whom the one stands who carries it out. */
  members: readonly { id: string; name: string }[];
  mayWithdraw: boolean;
}

/** What was decided, why, by whom; and of a watch, when and what for it is looked at again. */
export function StandingDecision(props: StandingDecisionProps) {
  const { candidateId, decision, members, mayWithdraw } = props;
  const { t } = useTranslation("stages");
  const withdraw = useWithdraw();
  if (!decision) return null;
  const { outcome, reason, nextLook, trigger, ownerId, dueOn, by, at } = decision;
  const owner = members.find(({ id }) => id === ownerId);
  return (
    <section className={classes.decision} aria-label={t("decision")}>
      <strong>{t(`outcome.${outcome}`)}</strong>
      {reason && <UserText>{reason}</UserText>}
      {nextLook && <span>{t("lookAgain", { day: day(nextLook) })}</span>}
      {trigger && (
        <span>
          {t("trigger")} <UserText>{trigger}</UserText>
        </span>
      )}
      {owner && <span>{t("ownedBy", { name: owner.name })}</span>}
      {dueOn && <span>{t("dueOn", { day: day(dueOn) })}</span>}
      <HowDecided candidateId={candidateId} />
      <span className={classes.dim}>
        {by.name} · <TimeAgo at={at} />
      </span>
      {mayWithdraw && (
        <Button
          variant="default"
          loading={withdraw.isPending}
          onClick={() => withdraw.mutate({ id: candidateId })}
        >
          {t("withdraw")}
        </Button>
      )}
    </section>
  );
}
