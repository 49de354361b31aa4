import type { Candidate } from "@highwater/shared/candidates/contract";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { fieldErrors } from "../../i18n/problem-text";
import type { Tagged } from "../../lib/api";
import { isProblem } from "../../lib/api-problem";
import { focusFirstError } from "../../ui/form-problems";
import { type Choice, resolve } from "./conflict";
import { dropDraft } from "./draft";
import { type FactKey, type Facts, type FormValues, toValues } from "./form-values";
import { errorsOf, onOwnRows } from "./input-errors";
import { type Start, useKeptDraft, useOpening } from "./use-draft";
import { type Conflict, useEdit, useEnter } from "./use-save";

export interface Saved {
  candidate: Facts & { id: string };
  /** Fields that someone else changed meanwhile, taken in beside one's own. */
  taken: FactKey[];
}

/** The form of a candidate: a new one, perhaps filled in already, or `stored` being edited. */
export function useCandidateForm(
  memberId: string,
  stored: Tagged<Candidate> | undefined,
  prefill: Facts | undefined,
) {
  const { key, opening } = useOpening(memberId, stored, prefill);
  const [start, setStart] = useState<Start>(opening);
  const [restoredAt, setRestoredAt] = useState(opening.restoredAt);
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const form = useForm<FormValues>({ initialValues: opening.values, validate: errorsOf });
  const changed = useKeptDraft(key, start, form.values);
  const enter = useEnter();
  const edit = useEdit(stored?.data.id ?? "");

  const put = (values: FormValues) => {
    form.setValues(values);
    form.clearErrors();
    setError(null);
    setRestoredAt(null);
  };

  const showErrors = (errors: Record<string, string>) => {
    form.setErrors(errors);
    requestAnimationFrame(() => focusFirstError(form, errors));
  };

  const refuse = (problem: unknown, values: FormValues) => {
    if (isProblem(problem) && problem.errors.length > 0)
      showErrors(onOwnRows(fieldErrors(problem), values));
    else setError(problem);
  };

  const send = async (values: FormValues, from: Start): Promise<Saved | null> => {
    if (!stored) return { candidate: await enter(values), taken: [] };
    const outcome = await edit(values, from);
    if ("conflict" in outcome) {
      setConflict(outcome.conflict);
      return null;
    }
    return { candidate: { ...outcome.saved, id: stored.data.id }, taken: outcome.taken };
  };

  /** Null when something stands in the way; it is shown, and nothing typed is lost. */
  const save = async (values = form.getValues(), from = start): Promise<Saved | null> => {
    const errors = errorsOf(values);
    setError(null);
    if (Object.keys(errors).length > 0) {
      showErrors(errors);
      return null;
    }
    setSaving(true);
    try {
      const saved = await send(values, from);
      if (saved) dropDraft(key);
      return saved;
    } catch (problem) {
      refuse(problem, values);
      return null;
    } finally {
      setSaving(false);
    }
  };

  const settle = (choices: Partial<Record<FactKey, Choice>>): Promise<Saved | null> => {
    if (!conflict) return Promise.resolve(null);
    const { theirs } = conflict;
    const values = resolve(start.base, form.getValues(), theirs.data, choices);
    const from = { base: theirs.data, etag: theirs.etag };
    setStart(from);
    setConflict(null);
    form.setValues(values);
    return save(values, from);
  };

  const discard = () => {
    const from = { base: stored?.data ?? prefill ?? {}, etag: stored?.etag };
    setStart(from);
    put(toValues(from.base));
  };

  return {
    form,
    changed,
    restoredAt,
    saving,
    error,
    conflict,
    save,
    settle,
    closeConflict: () => setConflict(null),
    discard,
    startAnew: () => put(toValues({})),
  };
}
