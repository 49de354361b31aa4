import type { AgendaEntry, Meeting } from "@highwater/shared/rounds/contract";
import { useTranslation } from "react-i18next";
import { UserText } from "../../ui/localized";
import { Standing } from "./agenda";
import type { MeetingDeed } from "./deeds";
import classes from "./meeting.module.css";

interface MeetingAgendaProps {
  meeting: Meeting;
  deed: MeetingDeed;
  runs: boolean;
}

/** What was, is and will be on the table; the host takes up any of it. */
export function MeetingAgenda({ meeting, deed, runs }: MeetingAgendaProps) {
  const { t } = useTranslation("rounds");
  const { round, current } = meeting;
  const done = round.items.filter(({ state }) => state === "done").length;
  return (
    <details className={classes.agenda} open>
      <summary>{t("agenda.progress", { done, count: round.items.length })}</summary>
      <ol>
        {round.items.map((item) => (
          <li key={item.id} aria-current={item.id === current?.id ? "step" : undefined}>
            {runs && item.outcome === null && item.id !== current?.id ? (
              <button
                type="button"
                disabled={deed.isPending}
                onClick={() => deed.mutate(openDeed(item, current?.id ?? null))}
              >
                <UserText>{item.name}</UserText>
              </button>
            ) : (
              <UserText>{item.name}</UserText>
            )}
            {item.state === "waiting" ? null : <Standing item={item} />}
          </li>
        ))}
      </ol>
    </details>
  );
}

export const openDeed = ({ id, state }: AgendaEntry, current: string | null) => ({
  path: `items/${id}/open`,
  body: { from: state, current },
});
