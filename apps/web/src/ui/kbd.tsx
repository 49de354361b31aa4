import classes from "./kbd.module.css";

const apple = /mac|iphone|ipad/i.test(navigator.platform);

/** As the keyboard at hand names it. */
export const keyName = (keys: string) =>
  apple ? keys : keys.replace("⌘", "Ctrl ").replace("⇧", "Shift ");

/** A key hint. For the eyes only: the control itself carries `aria-keyshortcuts`. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span className={classes.kbd} data-keys aria-hidden="true">
      {keyName(keys)}
    </span>
  );
}
