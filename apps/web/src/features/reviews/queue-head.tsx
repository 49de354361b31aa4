import { type QueueMode, type QueuePage, queueModes } from "@highwater/shared/reviews/contract";
import { NativeSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "./queue-list.module.css";

interface QueueHeadProps {
  queue: QueuePage;
  mode: QueueMode;
  onMode: (mode: QueueMode) => void;
}

/** How far one is, and what comes first. */
export function QueueHead({ queue, mode, onMode }: QueueHeadProps) {
  const { t } = useTranslation("reviews");
  const counts = { done: queue.done, all: queue.done + queue.total };
  return (
    <div className={classes.head}>
      <span className={classes.done}>
        <progress max={Math.max(1, counts.all)} value={counts.done} aria-hidden />
        {t("queue.progress", counts)}
      </span>
      <NativeSelect
        aria-label={t("queue.mode")}
        value={mode}
        onChange={(event) => {
          const chosen = queueModes.find((one) => one === event.currentTarget.value);
          if (chosen) onMode(chosen);
        }}
        data={queueModes.map((value) => ({ value, label: t(`queue.modes.${value}`) }))}
      />
      <p className={classes.hint}>{t("queue.blind")}</p>
    </div>
  );
}
