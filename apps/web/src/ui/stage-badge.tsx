import type { Stage } from "@highwater/shared/stages/contract";
import { useTranslation } from "react-i18next";
import classes from "./stage-badge.module.css";

export function StageBadge({ stage }: { stage: Stage }) {
  const { t } = useTranslation("stages");
  return (
    <span className={classes.badge}>
      <span
        className={classes.dot}
        style={{ background: `var(--hw-stage-${stage})` }}
        aria-hidden="true"
      />
      {t(stage)}
    </span>
  );
}
