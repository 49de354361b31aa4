import classes from "./kbd.module.css";

/** A key hint. For the eyes only: the control itself carries `aria-keyshortcuts`. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span className={classes.kbd} data-keys aria-hidden="true">
      {keys}
    </span>
  );
}
