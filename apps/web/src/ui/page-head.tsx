import { Title } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./page-head.module.css";
import { usePageTitle } from "./use-page-title";

interface PageHeadProps {
  title: string;
  /** Beside the title: a count, a version. */
  aside?: ReactNode;
  /** At the right: filters first, the one primary button last. */
  children?: ReactNode;
}

/** The head of a page: its only `h1`, and the title of the tab. */
export function PageHead({ title, aside, children }: PageHeadProps) {
  usePageTitle(title);
  return (
    <header className={classes.head}>
      <Title order={1}>{title}</Title>
      {aside && <span className={classes.aside}>{aside}</span>}
      <div className={classes.actions}>{children}</div>
    </header>
  );
}
