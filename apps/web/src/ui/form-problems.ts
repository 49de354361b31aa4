import { fieldErrors } from "../i18n/problem-text";
import { isProblem } from "../lib/api-problem";

interface Form {
  setErrors: (errors: Record<string, string>) => void;
  getInputNode: (path: string) => Element | null;
}

/**
 * Puts the API's input errors beside their fields and the keyboard on the first of them.
 * False when the refusal is about no field: show it with `ProblemNote`.
 */
export function placeProblem(form: Form, error: unknown): boolean {
  if (!isProblem(error) || error.errors.length === 0) return false;
  const errors = fieldErrors(error);
  form.setErrors(errors);
  focusFirstError(form, errors);
  return true;
}

export function focusFirstError(form: Pick<Form, "getInputNode">, errors: Record<string, unknown>) {
  const [first] = Object.keys(errors);
  const node = first === undefined ? null : form.getInputNode(first);
  if (node instanceof HTMLElement) node.focus();
}
