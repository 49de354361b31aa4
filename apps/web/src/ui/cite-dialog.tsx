import type { SourceCitation } from "@highwater/shared/evidence/citing";
import { Button, Modal } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./citations.module.css";
import { quoteOf, type Source, sentencesOf, useSources } from "./citing";
import { guessLanguage, UserText } from "./localized";

interface CiteDialogProps {
  onCite: (citation: SourceCitation) => void;
  onClose: () => void;
}

/** Chooses a source: as a whole, by its sentences, or by whatever is selected in it. */
export function CiteDialog({ onCite, onClose }: CiteDialogProps) {
  const { t } = useTranslation(["evidence", "common"]);
  const sources = useSources();
  const cite = (citation: SourceCitation) => {
    onCite(citation);
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t("evidence:cite.title")}
      closeButtonProps={{ "aria-label": t("common:act.close") }}
    >
      <p className={classes.dim}>
        {t(sources.length > 0 ? "evidence:cite.how" : "evidence:cite.none")}
      </p>
      <ul className={classes.sources}>
        {sources.map((source) => (
          <Choice key={source.anchor} source={source} onCite={cite} />
        ))}
      </ul>
    </Modal>
  );
}

/** What is selected by mouse, finger or ⇧ and arrows inside of an element. */
function useSelected() {
  const within = useRef<HTMLParagraphElement>(null);
  const [selected, setSelected] = useState("");
  useEffect(() => {
    const look = () => {
      const now = document.getSelection();
      const inside = [now?.anchorNode, now?.focusNode].every(
        (node) => node && within.current?.contains(node),
      );
      setSelected(inside && now && !now.isCollapsed ? now.toString().trim() : "");
    };
    document.addEventListener("selectionchange", look);
    return () => document.removeEventListener("selectionchange", look);
  }, []);
  return { within, selected };
}

interface ChoiceProps {
  source: Source;
  onCite: (citation: SourceCitation) => void;
}

function Choice({ source, onCite }: ChoiceProps) {
  const { t } = useTranslation("evidence");
  const { within, selected } = useSelected();
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const sentences = sentencesOf(source.text ?? "");
  const quote = (selected || quoteOf(sentences, chosen)).slice(0, 2000);
  const toggle = (at: number) => {
    if (!document.getSelection()?.isCollapsed) return;
    const next = new Set(chosen);
    if (!next.delete(at)) next.add(at);
    setChosen(next);
  };
  return (
    <li className={classes.source}>
      <h3 className={classes.heading}>
        <UserText>{source.heading}</UserText>
      </h3>
      {source.text && (
        <p ref={within} className={classes.text} lang={guessLanguage(source.text)}>
          {sentences.map((sentence, at) =>
            sentence.trim() === "" ? (
              sentence
            ) : (
              <Sentence
                key={at}
                text={sentence}
                chosen={chosen.has(at)}
                onToggle={() => toggle(at)}
              />
            ),
          )}
        </p>
      )}
      <div className={classes.acts}>
        {quote && (
          <Button onClick={() => onCite({ ...source.citation, quote })}>{t("cite.words")}</Button>
        )}
        <Button variant="default" onClick={() => onCite(source.citation)}>
          {t("cite.whole")}
        </Button>
      </div>
    </li>
  );
}

interface SentenceProps {
  text: string;
  chosen: boolean;
  onToggle: () => void;
}

/** A button's text can't be selected everywhere, so this is one by its role alone. */
function Sentence({ text, chosen, onToggle }: SentenceProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: see above
    <span
      role="button"
      tabIndex={0}
      aria-pressed={chosen}
      className={classes.sentence}
      onClick={onToggle}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        onToggle();
      }}
    >
      {text}
    </span>
  );
}
