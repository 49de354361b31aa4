import type { Flag } from "@highwater/shared/ranking/contract";
import classes from "./flag-chip.module.css";
import { flagSigns } from "./flag-signs";

/** A flag as a sign; its words are its name, and its tip. */
export function FlagChip({ flag, words }: { flag: Flag; words: string }) {
  const { icon: Icon, tone } = flagSigns[flag];
  return (
    <span className={classes.chip} data-tone={tone} data-tip={words} role="img" aria-label={words}>
      <Icon size={14} stroke={1.6} aria-hidden />
    </span>
  );
}
