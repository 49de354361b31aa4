import { Button } from "@mantine/core";
import { IconAlertTriangle, IconCheck, IconCloudOff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { icon } from "../../ui/icon";
import { clock } from "../../ui/time-ago";
import { type DraftState, isDirty } from "./draft-state";
import classes from "./form-head.module.css";

/** Where what was typed is kept: "Saving…", "Saved 12:04", or why not, with the way out. */
export function SaveState({ state, onRetry }: { state: DraftState; onRetry: () => void }) {
  const { t } = useTranslation("reviews");
  const { t: common } = useTranslation("common");
  const { trouble, sending, base } = state;
  if (trouble?.kind === "lost")
    return (
      <span className={classes.lost} role="status">
        <IconCloudOff {...icon} /> {t("save.lost")}
        <Button variant="subtle" size="compact-xs" onClick={onRetry}>
          {t("save.retry")}
        </Button>
      </span>
    );
  if (trouble)
    return (
      <span className={classes.lost} role="status">
        <IconAlertTriangle {...icon} /> {t("save.refused")}
      </span>
    );
  if (sending) return <span className={classes.saved}>{t("save.saving")}</span>;
  if (isDirty(state)) return <span className={classes.saved}>{t("save.unsaved")}</span>;
  if (!base || base.data.status === "signed") return null;
  return (
    <span className={classes.saved}>
      {base.data.status === "amending" && <span>{t("state.amending")}</span>}
      <IconCheck {...icon} /> {common("state.savedAt", { time: clock(base.data.savedAt) })}
    </span>
  );
}
