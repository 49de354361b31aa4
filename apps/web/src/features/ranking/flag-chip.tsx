import type { Flag } from "@highwater/shared/ranking/contract";
import { useTranslation } from "react-i18next";
import classes from "./flag-chip.module.css";
import { flagSigns } from "./flag-signs";

/** A flag as a sign; its words are its name, and its tip. */
export function FlagChip({ flag }: { flag: Flag }) {
  const { t } = useTranslation("ranking");
  const { icon: Icon, tone } = flagSigns[flag];
  const words = t(`flag.${flag}`);
  return (
    <span className={classes.chip} data-tone={tone} data-tip={words} role="img" aria-label={words}>
      <Icon size={14} stroke={1.6} aria-hidden />
    </span>
  );
}
