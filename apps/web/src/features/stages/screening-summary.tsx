import { useTranslation } from "react-i18next";
import { Empty } from "../../ui/empty";
import { LinkButton } from "../../ui/link";
import { type Pile, tally } from "./pile";
import classes from "./screening.module.css";
import type { ScreenSearch } from "./search";

interface ScreeningSummaryProps {
  team: string;
  pile: Pile;
  search: ScreenSearch;
}

/** Where they all went. The last steps can still be taken back. */
export function ScreeningSummary({ team, pile, search }: ScreeningSummaryProps) {
  const { t } = useTranslation("screening");
  if (pile.history.length === 0)
    return (
      <Empty
        title={t("empty.title")}
        action={
          <LinkButton to="/t/$team/inbox" params={{ team }} variant="default">
            {t("toInbox")}
          </LinkButton>
        }
      >
        {t("empty.text")}
      </Empty>
    );
  return (
    <Empty title={t("over.title")} action={<Tally pile={pile} team={team} search={search} />}>
      {t("over.text")}
    </Empty>
  );
}

function Tally({ team, pile, search }: ScreeningSummaryProps) {
  const { t } = useTranslation("screening");
  const count = tally(pile);
  const params = { team };
  return (
    <>
      <ul className={classes.tally}>
        {(["review", "watch", "pass", "later"] as const).map((did) => (
          <li key={did}>
            <strong>{count[did]}</strong> {t(`over.${did}`)}
          </li>
        ))}
      </ul>
      <div className={classes.ways}>
        <LinkButton to="/t/$team/queue" params={params}>
          {t("over.toQueue")}
        </LinkButton>
        <LinkButton
          to="/t/$team/inbox"
          params={params}
          search={{ stage: search.stage ?? "inbox" }}
          variant="default"
        >
          {t("toInbox")}
        </LinkButton>
      </div>
    </>
  );
}
