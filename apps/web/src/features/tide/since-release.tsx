import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { oneDecimal } from "../../lib/numbers";
import { LinkAnchor } from "../../ui/link";
import { UserText, useLocalized } from "../../ui/localized";
import { proposedQuery } from "./queries";
import classes from "./tide.module.css";

const most = 12;

/** Since the last release: whose rank it moves, and the risk that it proposes beside the human one. */
export function SinceRelease({ team }: { team: string }) {
  const { t } = useTranslation("tide");
  const localized = useLocalized();
  const { data } = useQuery(proposedQuery);
  if (!data?.last) return null;
  const reached = data.items.filter(({ exposure }) => (exposure ?? 0) > 0);
  const moves = new Map(data.moved.map((one) => [one.id, one]));
  const shown = reached
    .toSorted((a, b) => Number(moves.has(b.id)) - Number(moves.has(a.id)))
    .slice(0, most);
  return (
    <details className={classes.since}>
      <summary>
        {t("since.title", {
          release: localized(data.last.name),
          moved: data.moved.length,
          reached: reached.length,
        })}
      </summary>
      {shown.length > 0 && (
        <ul className={classes.sinceList}>
          {shown.map((item) => {
            const move = moves.get(item.id);
            const risk = oneDecimal(item.risk ?? 0);
            const proposed = oneDecimal(item.projectedRisk ?? 0);
            return (
              <li key={item.id}>
                <LinkAnchor to="/t/$team/c/$id" params={{ team, id: item.id }}>
                  <UserText>{item.name}</UserText>
                </LinkAnchor>{" "}
                {t(item.underWater ? "proposed.underShort" : "proposed.short", { risk, proposed })}
                {move && (
                  <span className={move.to > move.from ? classes.crosses : classes.rises}>
                    {" "}
                    {move.to > move.from ? "↓" : "↑"}
                    {Math.abs(move.to - move.from)}
                  </span>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </details>
  );
}
