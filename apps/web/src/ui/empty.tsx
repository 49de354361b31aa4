import { Title } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./empty.module.css";

interface EmptyProps {
  title: string;
  /** One sentence: what this place is for. */
  children: ReactNode;
  /** One button. */
  action?: ReactNode;
}

export function Empty({ title, children, action }: EmptyProps) {
  return (
    <div className={classes.empty}>
      <Title order={2}>{title}</Title>
      <p className={classes.sentence}>{children}</p>
      {action}
    </div>
  );
}
