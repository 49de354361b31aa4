import type { RoundSummary } from "@highwater/shared/rounds/contract";
import { useTranslation } from "react-i18next";
import { LinkAnchor } from "../../ui/link";
import { UserText } from "../../ui/localized";
import { day } from "../../ui/time-ago";
import classes from "./rounds.module.css";

/** The rounds of the team: one that runs leads into its meeting. */
export function RoundsList({ team, rounds }: { team: string; rounds: readonly RoundSummary[] }) {
  const { t } = useTranslation("rounds");
  return (
    <ul className={classes.rounds}>
      {rounds.map(({ id, number, name, on, state, host, candidates, decided }) => (
        <li key={id} className={classes.round} data-state={state}>
          <span className={classes.number}>#{number}</span>
          <span className={classes.title}>
            <LinkAnchor
              to={state === "live" ? "/t/$team/rounds/$id/meeting" : "/t/$team/rounds/$id"}
              params={{ team, id }}
            >
              <UserText>{name}</UserText>
            </LinkAnchor>
            <span className={classes.dim}>{t("hostedBy", { name: host.name })}</span>
          </span>
          <span className={classes.dim}>{day(on)}</span>
          <span className={classes.dim}>
            {state === "planned"
              ? t("candidates", { count: candidates })
              : t("decidedOf", { decided, count: candidates })}
          </span>
          <span className={classes.state} data-state={state}>
            {t(`state.${state}`)}
          </span>
        </li>
      ))}
    </ul>
  );
}
