import { mentionsIn } from "@highwater/shared/discussion/mentions";
import type { SourceCitation } from "@highwater/shared/evidence/citing";
import { Button } from "@mantine/core";
import { IconQuote } from "@tabler/icons-react";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { isProblem } from "../../lib/api-problem";
import { Citations } from "../../ui/citations";
import { CiteDialog } from "../../ui/cite-dialog";
import { icon } from "../../ui/icon";
import { Kbd } from "../../ui/kbd";
import { ProblemNote } from "../../ui/problem-note";
import classes from "./discussion.module.css";
import { type Draft, dropDraft, emptyDraft, keepDraft, readDraft } from "./kept";
import { MentionField } from "./mention-field";
import { toStored, unmentioned } from "./typing";
import type { Person } from "./use-mentions";
import { Words } from "./words";

interface ComposerProps {
  /** Where what is being written is kept until it is sent. */
  place: string;
  label: string;
  send: string;
  people: readonly Person[];
  /** What it begins with; what was left unsent goes before. */
  start?: Draft;
  autoFocus?: boolean;
  error: unknown;
  pending: boolean;
  onSend: (text: string, draft: Draft) => Promise<unknown>;
  onCancel?: () => void;
  /** Beside the text, such as what it is about. */
  children?: (draft: Draft, onChange: (draft: Draft) => void) => ReactNode;
}

/** Kept in this browser with every key, until it is sent or taken back. */
function useKept(place: string, start: Draft) {
  const [draft, setDraft] = useState(() => readDraft(place) ?? start);
  useEffect(() => keepDraft(place, draft), [place, draft]);
  const empty = () => {
    dropDraft(place);
    setDraft(emptyDraft);
  };
  return { draft, setDraft, empty };
}

/** Writes a comment, an answer or an edit. */
export function Composer(props: ComposerProps) {
  const { place, people, start = emptyDraft, error, pending, onSend, onCancel, children } = props;
  const { t } = useTranslation(["discussion", "common", "evidence"]);
  const { draft, setDraft, empty } = useKept(place, start);
  const [shown, setShown] = useState<"preview" | "citing" | null>(null);
  const text = toStored(draft.text, draft.chosen);
  const blank = draft.text.trim() === "";
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const bare = unmentioned(draft.text, draft.chosen);
  const nobody = isProblem(error) && error.errors.some(({ pointer }) => pointer === "#/text");
  const gone = mentionsIn(text).find(({ memberId }) => !names.has(memberId));
  const send = async () => {
    if (blank || pending) return;
    await onSend(text, draft).then(empty, () => undefined);
  };
  const leave = () => {
    empty();
    onCancel?.();
  };
  const cancel = onCancel && leave;
  const cite = (citation: SourceCitation) =>
    setDraft({ ...draft, citations: [...draft.citations, citation] });
  return (
    <div className={classes.composer}>
      <MentionField
        label={props.label}
        people={people}
        draft={draft}
        error={nobody && gone ? t("discussion:composer.nobody", { name: gone.name }) : undefined}
        autoFocus={props.autoFocus ?? false}
        onChange={setDraft}
        onSend={() => void send()}
        onCancel={cancel}
      />
      {bare.length > 0 && (
        <p className={classes.dim} role="status">
          {t("discussion:composer.bare", { name: bare[0] })}
        </p>
      )}
      <Citations
        citations={draft.citations}
        onRemove={(at) =>
          setDraft({ ...draft, citations: draft.citations.filter((_, place) => place !== at) })
        }
      />
      {shown === "preview" && (
        <section className={classes.preview} aria-label={t("discussion:composer.preview")}>
          {blank ? <p className={classes.dim}>–</p> : <Words text={text} names={names} />}
        </section>
      )}
      {!nobody || !gone ? <ProblemNote error={error} /> : null}
      <div className={classes.buttons}>
        {children?.(draft, setDraft)}
        <Button
          variant="subtle"
          aria-pressed={shown === "preview"}
          onClick={() => setShown(shown === "preview" ? null : "preview")}
        >
          {t("discussion:composer.preview")}
        </Button>
        <Button
          variant="subtle"
          leftSection={<IconQuote {...icon} />}
          onClick={() => setShown("citing")}
        >
          {t("evidence:cite.act")}
        </Button>
        <span className={classes.space} />
        {cancel && (
          <Button variant="subtle" color="gray" onClick={cancel}>
            {t("common:act.cancel")}
          </Button>
        )}
        <Button
          variant="default"
          disabled={blank}
          loading={pending}
          onClick={() => void send()}
          rightSection={<Kbd keys="⌘ ⏎" />}
        >
          {props.send}
        </Button>
      </div>
      {shown === "citing" && <CiteDialog onCite={cite} onClose={() => setShown(null)} />}
    </div>
  );
}
