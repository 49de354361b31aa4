import type { Text } from "@highwater/shared/kernel/contract";
import type { Answered } from "@highwater/shared/preferences/tradeoffs";
import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "../../ui/link";
import { useLocalized } from "../../ui/localized";
import classes from "./preferences.module.css";

interface WeightsCardProps {
  team: string;
  criteria: readonly { key: string; name: Text }[];
  weights: readonly number[];
  contradictions: readonly Answered[];
}

/** The weights that one's answers give; what is done with them is for the weight studio. */
export function WeightsCard({ team, criteria, weights, contradictions }: WeightsCardProps) {
  const { t } = useTranslation("lab");
  const text = useLocalized();
  const nameOf = (key: string) => {
    const found = criteria.find((criterion) => criterion.key === key);
    return found ? text(found.name) : key;
  };
  return (
    <section>
      <h2>{t("tradeOffs.weights")}</h2>
      <ul className={classes.weights}>
        {criteria.map(({ key, name }, at) => (
          <li key={key}>
            <span>{text(name)}</span>
            <span
              className={classes.bar}
              aria-hidden="true"
              style={{ "--share": `${weights[at]}%` } as CSSProperties}
            />
            <span>{weights[at]} %</span>
          </li>
        ))}
      </ul>
      {contradictions.length > 0 && (
        <>
          <p>{t("tradeOffs.contradictions", { count: contradictions.length })}</p>
          <ul>
            {contradictions.map(({ first, second, choice }, at) => {
              const [won, lost] = choice === "first" ? [first, second] : [second, first];
              return (
                <li key={at}>
                  {t("tradeOffs.contradiction", {
                    won: nameOf(won.criterion),
                    wonSteps: won.steps,
                    lost: nameOf(lost.criterion),
                    lostSteps: lost.steps,
                  })}
                </li>
              );
            })}
          </ul>
        </>
      )}
      <LinkButton to="/t/$team/weights" params={{ team }} search={{ weights: weights.join(",") }}>
        {t("tradeOffs.try")}
      </LinkButton>
    </section>
  );
}
