import type { TideBoard } from "@highwater/shared/tide/board";
import type { Term } from "@highwater/shared/tide/exposure";
import { useTranslation } from "react-i18next";
import { figure, percent, twoDecimals } from "../../lib/numbers";
import { useLocalized } from "../../ui/localized";
import classes from "./tide.module.css";

interface ReasonsProps {
  terms: readonly Term[];
  board: Pick<TideBoard, "releases" | "capabilities">;
}

const level = (value: number) => figure(Math.round(value * 10) / 10);

/** One sentence a term: release, capability, share, defence and rule. */
export function Reasons({ terms, board }: ReasonsProps) {
  const { t } = useTranslation("tide");
  const localized = useLocalized();
  if (terms.length === 0) return <p className={classes.dim}>{t("reason.none")}</p>;
  const release = (id: string) => board.releases.find((one) => one.id === id)?.name;
  const capability = (key: string) => board.capabilities.find((one) => one.key === key)?.name;
  return (
    <ul className={classes.reasons}>
      {terms
        .toSorted((a, b) => b.amount - a.amount)
        .map(({ wave, relied, rise, defence, likelihood, amount }) => {
          const name = wave && release(wave.id);
          const key = relied.capability;
          const rule = wave === null ? "clock" : rise.boundary ? "boundary" : "headroom";
          return (
            <li key={`${wave?.id} ${key}`}>
              {t(`reason.${rule}`, {
                release: name ? localized(name) : t("clock.label"),
                capability: localized(capability(key) ?? { en: key, zh: key }),
                from: level(rise.from),
                to: level(rise.to),
                share: percent(relied.share),
                defence: twoDecimals(defence),
                likelihood: twoDecimals(likelihood),
                amount: percent(amount),
              })}
              {!relied.confirmed && <span className={classes.proposed}>{t("proposedSign")}</span>}
            </li>
          );
        })}
    </ul>
  );
}
