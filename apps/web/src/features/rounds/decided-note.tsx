import type { DecisionRecord } from "@highwater/shared/stages/contract";
import type { Member } from "@highwater/shared/team/contract";
import { useTranslation } from "react-i18next";
import { UserText } from "../../ui/localized";
import { clock, day } from "../../ui/time-ago";
import classes from "./meeting.module.css";
import { Votes } from "./vote-panel";

interface DecidedNoteProps {
  decision: DecisionRecord;
  members: readonly Member[];
}

/** What was decided, with the gates that were passed over and the minority report. */
export function DecidedNote({ decision, members }: DecidedNoteProps) {
  const { t } = useTranslation(["rounds", "stages"]);
  const { outcome, reason, ownerId, dueOn, nextLook, trigger, exception, by, at } = decision;
  const owner = members.find(({ id }) => id === ownerId)?.name;
  return (
    <section className={classes.panel} aria-label={t("stages:decision")}>
      <h3>
        {t("stages:decision")}: {t(`stages:outcome.${outcome}`)}
      </h3>
      {reason && (
        <p>
          <UserText>{reason}</UserText>
        </p>
      )}
      <p className={classes.dim}>
        {by.name} · {clock(at)}
        {owner && ` · ${t("rounds:decided.owner", { name: owner })}`}
        {dueOn && ` · ${t("rounds:decided.due", { day: day(dueOn) })}`}
        {nextLook && ` · ${t("stages:lookAgain", { day: day(nextLook) })}`}
        {trigger && ` · ${t("stages:trigger")} ${trigger}`}
      </p>
      {exception && (
        <p>
          {t("rounds:decided.exception", {
            gates: exception.gates.join(", "),
            name: exception.by.name,
          })}{" "}
          <UserText>{exception.reason}</UserText>
        </p>
      )}
      {decision.dissent.length > 0 && (
        <>
          <h4>{t("rounds:decided.dissent")}</h4>
          <Votes votes={decision.dissent} />
        </>
      )}
    </section>
  );
}
