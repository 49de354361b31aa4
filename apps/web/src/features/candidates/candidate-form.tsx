import type { Candidate } from "@highwater/shared/candidates/contract";
import type { Member } from "@highwater/shared/team/contract";
import { Button } from "@mantine/core";
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Tagged } from "../../lib/api";
import { useShortcut } from "../../lib/shortcuts";
import { Kbd } from "../../ui/kbd";
import { notify } from "../../ui/notify";
import { ProblemNote } from "../../ui/problem-note";
import { clock } from "../../ui/time-ago";
import { ConflictDialog } from "./conflict-dialog";
import { DuplicatesNote } from "./duplicates-note";
import { FactFolds, type TeamFields } from "./fact-folds";
import classes from "./form.module.css";
import type { Facts } from "./form-values";
import { type Saved, useCandidateForm } from "./use-candidate-form";
import { useDuplicates } from "./use-duplicates";
import { NameFields } from "./who-fields";

interface CandidateFormProps {
  /** The candidate being edited, with its tag; none: a new one. */
  stored?: Tagged<Candidate>;
  /** What another page knows of a new one. */
  prefill?: Facts | undefined;
  memberId: string;
  members: Member[];
  /** None, where the team has no fields of its own. */
  teamFields?: TeamFields | undefined;
  hrefOf: (id: string) => string;
  onSaved: (saved: Saved) => void;
  onCancel: () => void;
}

/** Enter saves from the two fields that everyone fills in; elsewhere it is too easily a slip. */
function holdEnter(event: KeyboardEvent<HTMLFormElement>) {
  const at = event.target;
  if (event.key !== "Enter" || !(at instanceof HTMLInputElement)) return;
  const { path } = at.dataset;
  const quick = path === "name" || path === "website";
  if (!quick || event.nativeEvent.isComposing || event.keyCode === 229) event.preventDefault();
}

export function CandidateForm(props: CandidateFormProps) {
  const { stored, prefill, memberId, members, hrefOf, onSaved, onCancel } = props;
  const { t } = useTranslation("candidates");
  const state = useCandidateForm(memberId, stored, prefill);
  const { form, conflict, saving } = state;
  const { name, website } = form.values;
  const duplicates = useDuplicates({ name, website, except: stored?.data.id });
  const [round, setRound] = useState(0);
  const nameField = useRef<HTMLDivElement>(null);

  useEffect(() => {
    nameField.current?.querySelector("input")?.focus();
  }, [round]);

  const save = async (another: boolean) => {
    if (saving || conflict) return;
    if (!stored && (await duplicates.overlooked())) return;
    const saved = await state.save();
    if (!saved) return;
    if (!another) return onSaved(saved);
    notify.done(t("form.saved", { name: saved.candidate.name ?? "" }));
    state.startAnew();
    setRound(round + 1);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save(false);
  };
  /** Some fields keep their last word until they are left, and swallow Enter: so before them. */
  const chord = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    setTimeout(() => void save(false));
  };
  useShortcut("mod+enter", () => void save(false));

  const again = duplicates.shown.length > 0 && !stored;
  return (
    <form
      className={classes.form}
      onSubmit={submit}
      onKeyDownCapture={chord}
      onKeyDown={holdEnter}
      noValidate
    >
      {state.restoredAt && (
        <div className={classes.restored} role="status">
          {t("form.restored", { time: clock(state.restoredAt) })}
          <Button variant="default" onClick={state.discard}>
            {t("form.discard")}
          </Button>
        </div>
      )}
      <div ref={nameField} className={classes.first}>
        <NameFields form={form} lists={!stored} />
        <DuplicatesNote items={duplicates.shown} hrefOf={hrefOf} />
      </div>
      <FactFolds
        key={round}
        form={form}
        members={members}
        editing={stored !== undefined}
        teamFields={props.teamFields}
      />
      <div className={classes.foot}>
        {state.error !== null && (
          <div className={classes.problem}>
            <ProblemNote error={state.error} />
          </div>
        )}
        <Button type="submit" loading={saving} aria-keyshortcuts="Control+Enter Meta+Enter">
          {again ? t("form.saveAnyway") : t("form.save")}&ensp;
          <Kbd keys="⌘↵" />
        </Button>
        {!stored && (
          <Button variant="default" disabled={saving} onClick={() => void save(true)}>
            {t("form.saveAndAdd")}
          </Button>
        )}
        <Button variant="subtle" color="gray" onClick={onCancel}>
          {t("form.leave")}
        </Button>
        <span className={classes.kept}>{state.changed && t("form.kept")}</span>
      </div>
      {conflict && (
        <ConflictDialog
          conflict={conflict}
          members={members}
          onClose={state.closeConflict}
          onSettle={async (choices) => {
            const saved = await state.settle(choices);
            if (saved) onSaved(saved);
          }}
        />
      )}
    </form>
  );
}
