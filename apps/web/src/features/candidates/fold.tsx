import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./fold.module.css";

interface FoldProps {
  title: string;
  hint: string;
  /** How many of its fields hold something: read while it is closed. */
  filled: number;
  startOpen: boolean;
  /** A field inside needs a correction. */
  faulty: boolean;
  children: ReactNode;
}

/** A section of the form, folded until wanted; it never hides an error. */
export function Fold({ title, hint, filled, startOpen, faulty, children }: FoldProps) {
  const { t } = useTranslation("candidates");
  const [wanted, setWanted] = useState(startOpen);
  const open = wanted || faulty;
  return (
    <details
      className={classes.fold}
      open={open}
      onToggle={(event) => setWanted(event.currentTarget.open)}
    >
      <summary className={classes.summary}>
        <h2 className={classes.title}>{title}</h2>
        <span className={classes.hint}>{hint}</span>
        {filled > 0 && <span className={classes.count}>{t("form.filled", { count: filled })}</span>}
      </summary>
      {open && <div className={classes.body}>{children}</div>}
    </details>
  );
}
