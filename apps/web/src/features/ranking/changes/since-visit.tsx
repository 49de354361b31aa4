import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { TimeAgo } from "../../../ui/time-ago";
import classes from "./changes.module.css";
import { lastVisit } from "./last-visit";
import { movedQuery } from "./moved";

/** One line for who comes back: how much has moved. */
export function SinceVisit({ team }: { team: string }) {
  const { t } = useTranslation("ranking");
  const [since] = useState(() => lastVisit(team, Date.now())?.toISOString());
  const { data } = useQuery({ ...movedQuery(since ?? ""), enabled: since !== undefined });
  if (since === undefined || !data || data.moved.length === 0) return null;
  return (
    <p className={classes.visit}>
      {t("sinceVisit", { count: data.moved.length })} <TimeAgo at={since} />{" "}
      <Link to="/t/$team/changes" params={{ team }} search={{ since }}>
        {t("sinceVisitWhy")}
      </Link>
    </p>
  );
}
