import { useTranslation } from "react-i18next";
import { oneDecimal, whole } from "../../lib/numbers";
import { decided } from "./pile";
import classes from "./screening.module.css";
import type { Sitting } from "./screening-store";

/** Below this nothing can be said about the pace. */
const few = 5;

/** "34 of 100 · 4.2 a minute · about 15 min left". */
export function ScreeningPace({ sitting }: { sitting: Sitting }) {
  const { t } = useTranslation("screening");
  const { pile, total, active, waiting } = sitting;
  if (total === 0) return null;
  const done = decided(pile);
  const at = Math.min(total, done + pile.later.length + pile.left.length + 1);
  const pace = (60_000 * pile.history.length) / Math.max(active, 1);
  const minutes = Math.ceil((total - done - pile.left.length) / pace);
  return (
    <span className={classes.pace}>
      <span>{t("at", { at: whole(at), total: whole(total) })}</span>
      {pile.history.length >= few && (
        <span>{t("pace", { pace: oneDecimal(pace), count: minutes, left: whole(minutes) })}</span>
      )}
      {waiting > few && <span>{t("waiting", { count: waiting })}</span>}
    </span>
  );
}
