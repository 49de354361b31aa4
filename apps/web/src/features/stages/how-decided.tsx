import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { UserText } from "../../ui/localized";
import { decisionQuery } from "./queries";
import classes from "./standing-decision.module.css";

/** What stands behind a decision: its meeting, the gates that were passed over, the minority report. */
export function HowDecided({ candidateId }: { candidateId: string }) {
  const { t } = useTranslation("stages");
  const { data } = useQuery(decisionQuery(candidateId));
  if (!data) return null;
  const { round, exception, dissent } = data;
  return (
    <>
      {round && <span className={classes.dim}>{t("inRound", { name: round.name })}</span>}
      {exception && (
        <span>
          {t("exception", { gates: exception.gates.join(", "), name: exception.by.name })}{" "}
          <UserText>{exception.reason}</UserText>
        </span>
      )}
      {dissent.length > 0 && (
        <span className={classes.minority}>
          <strong>{t("dissent")}</strong>
          {dissent.map(({ memberId, name, outcome, reason }) => (
            <span key={memberId} className={classes.dissent}>
              {name}: {t(`outcome.${outcome}`)}
              {reason && (
                <>
                  {" · "}
                  <UserText>{reason}</UserText>
                </>
              )}
            </span>
          ))}
        </span>
      )}
    </>
  );
}
