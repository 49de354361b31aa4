import type { Comment } from "@highwater/shared/discussion/contract";
import { lazy, Suspense } from "react";
import { guessLanguage } from "../../ui/localized";
import classes from "./discussion.module.css";
import { toMarkdown } from "./typing";

const Markdown = lazy(async () => ({ default: (await import("../../ui/markdown")).Markdown }));

export const namesOf = (mentions: Comment["mentions"]): ReadonlyMap<string, string> =>
  new Map(mentions.map(({ id, name }) => [id, name]));

interface WordsProps {
  text: string;
  names: ReadonlyMap<string, string>;
}

/** Stored text as it is read. */
export function Words({ text, names }: WordsProps) {
  const plain = (
    <p className={classes.plain} lang={guessLanguage(text)}>
      {text}
    </p>
  );
  return (
    <Suspense fallback={plain}>
      <Markdown text={toMarkdown(text, names)} />
    </Suspense>
  );
}
