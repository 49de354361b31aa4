import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { oneDecimal, percent } from "../../lib/numbers";
import { useLocalized } from "../../ui/localized";
import { proposedQuery } from "./queries";
import classes from "./tide.module.css";

/** The proposed risk beside the human one, while a published release still counts. */
export function ProposedRisk({ candidateId }: { candidateId: string }) {
  const { t } = useTranslation("tide");
  const localized = useLocalized();
  const { data } = useQuery(proposedQuery);
  const item = data?.items.find(({ id }) => id === candidateId);
  if (!item || item.risk === null || item.projectedRisk === null || !item.exposure) return null;
  const words = {
    risk: oneDecimal(item.risk),
    proposed: oneDecimal(item.projectedRisk),
    exposure: percent(item.exposure),
  };
  return (
    <div className={classes.proposal}>
      <strong>{t(item.underWater ? "proposed.under" : "proposed.risk", words)}</strong>
      <ul className={classes.reasons}>
        {item.reasons.map((reason) => (
          <li key={`${reason.release?.id} ${reason.capability.key}`}>
            {t(`reason.${reason.rule}`, {
              release: reason.release ? localized(reason.release.name) : "",
              capability: localized(reason.capability.name),
              from: String(Math.round(reason.from)),
              to: String(Math.round(reason.to)),
              share: percent(reason.share),
              defence: reason.defence.toFixed(2),
              likelihood: reason.likelihood.toFixed(2),
              amount: percent(reason.exposure),
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}
