import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useShortcut } from "../../lib/shortcuts";
import { Kbd } from "../../ui/kbd";
import classes from "./preferences.module.css";

type Chosen = "first" | "second" | "equal";

interface ChoiceProps {
  question: string;
  first: ReactNode;
  second: ReactNode;
  onChoose: (choice: Chosen) => void;
  /** None where nothing has been answered yet. */
  onUndo: (() => void) | undefined;
}

/** Two beside each other: 1 or 2 chooses, E says either, U takes the last answer back. */
export function Choice({ question, first, second, onChoose, onUndo }: ChoiceProps) {
  const { t } = useTranslation("lab");
  useShortcut("1", (event) => !event.repeat && onChoose("first"));
  useShortcut("2", (event) => !event.repeat && onChoose("second"));
  useShortcut("e", (event) => !event.repeat && onChoose("equal"));
  useShortcut("u", () => onUndo?.());
  return (
    <section className={classes.choice} aria-label={question}>
      <h2>{question}</h2>
      <div className={classes.sides}>
        <Side shown="1" onClick={() => onChoose("first")}>
          {first}
        </Side>
        <Side shown="2" onClick={() => onChoose("second")}>
          {second}
        </Side>
      </div>
      <div className={classes.deeds}>
        <Button
          variant="default"
          aria-keyshortcuts="e"
          rightSection={<Kbd keys="E" />}
          onClick={() => onChoose("equal")}
        >
          {t("choice.equal")}
        </Button>
        <Button
          variant="subtle"
          aria-keyshortcuts="u"
          rightSection={<Kbd keys="U" />}
          disabled={!onUndo}
          onClick={onUndo}
        >
          {t("choice.undo")}
        </Button>
      </div>
    </section>
  );
}

interface SideProps {
  shown: string;
  onClick: () => void;
  children: ReactNode;
}

const Side = ({ shown, onClick, children }: SideProps) => (
  <button type="button" className={classes.side} aria-keyshortcuts={shown} onClick={onClick}>
    <span className={classes.words}>{children}</span>
    <Kbd keys={shown} />
  </button>
);
