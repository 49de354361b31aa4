import classes from "./flag-chip.module.css";

/** How many back it against its total. */
export function ChampionChip({ count, words }: { count: number; words: string }) {
  return (
    <span className={classes.champions} data-tip={words} role="img" aria-label={words}>
      ★{count > 1 && ` ${count}`}
    </span>
  );
}
