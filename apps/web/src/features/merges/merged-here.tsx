import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { TimeAgo } from "../../ui/time-ago";
import classes from "./merges.module.css";
import { mergesQuery } from "./queries";

interface MergedHereProps {
  id: string;
  onUndo: (mergeId: string) => void;
}

/** What was merged into it, each with its way back. */
export function MergedHere({ id, onUndo }: MergedHereProps) {
  const { t } = useTranslation("merges");
  const { data } = useQuery(mergesQuery(id));
  const standing = data?.items.filter(({ undoneAt }) => undoneAt === null) ?? [];
  if (standing.length === 0) return null;
  return (
    <section className={classes.pick}>
      <h2 className={classes.title}>{t("here.title")}</h2>
      <ul className={classes.list}>
        {standing.map((merge) => (
          <li key={merge.id} className={classes.item}>
            <span className={classes.name}>
              {merge.fromName}
              <span className={classes.dim}>
                {merge.by.name} · <TimeAgo at={merge.at} />
              </span>
            </span>
            <Button
              variant="default"
              aria-label={t("here.undoNamed", { name: merge.fromName })}
              onClick={() => onUndo(merge.id)}
            >
              {t("here.undo")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
