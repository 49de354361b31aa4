import classes from "./kbd.module.css";

/** A key hint. For the eyes only: the control itself carries `aria-keyshortcuts`. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <kbd className={classes.kbd} aria-hidden="true">
      {keys}
    </kbd>
  );
}
