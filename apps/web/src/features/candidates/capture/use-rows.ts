import { type CapturedRow, CaptureInput } from "@highwater/shared/candidates/contract";
import { useState } from "react";
import { contractErrors, fieldErrors } from "../../../i18n/problem-text";
import { isProblem } from "../../../lib/api-problem";
import { idempotencyKeys } from "../../../lib/idempotency-key";
import { useCapture } from "./deeds";
import { type Row, toInput, toRows } from "./rows";

export type RowErrors = Readonly<Record<string, string>>;

/** "candidates.3.website" of those sent → "12.website" of line 12. */
const onLines = (errors: Record<string, string>, sent: readonly Row[]): RowErrors =>
  Object.fromEntries(
    Object.entries(errors).flatMap(([path, text]) => {
      const [, at, field = "name"] = path.split(".");
      const row = sent[Number(at)];
      return row ? [[`${row.line}.${field}`, text]] : [];
    }),
  );

function focusFirst(errors: RowErrors) {
  const [first] = Object.keys(errors).sort(
    (a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10),
  );
  requestAnimationFrame(() => document.getElementById(`capture-${first}`)?.focus());
}

/** The rows while they are checked, and the act that enters those ticked. Nothing is lost when it fails. */
export function useRows(captured: readonly CapturedRow[], onEntered: (count: number) => void) {
  const [rows, setRows] = useState(() => toRows(captured));
  const [errors, setErrors] = useState<RowErrors>({});
  const [keys] = useState(idempotencyKeys);
  const capture = useCapture();
  const chosen = rows.filter(({ ticked }) => ticked);

  const change = (line: number, patch: Partial<Row>) => {
    setRows((now) => now.map((row) => (row.line === line ? { ...row, ...patch } : row)));
    setErrors({});
    if (capture.error) capture.reset();
  };
  const tickAll = (ticked: boolean) => setRows((now) => now.map((row) => ({ ...row, ticked })));
  const show = (found: RowErrors) => {
    setErrors(found);
    focusFirst(found);
  };

  const enter = async () => {
    if (capture.isPending || chosen.length === 0) return;
    const input = { candidates: chosen.map(toInput) };
    const wrong = contractErrors(CaptureInput)(input);
    if (Object.keys(wrong).length > 0) return show(onLines(wrong, chosen));
    try {
      await capture.mutateAsync({ input, key: keys.of(input) });
      onEntered(chosen.length);
    } catch (error) {
      if (isProblem(error)) show(onLines(fieldErrors(error), chosen));
    }
  };
  return { rows, chosen, errors, change, tickAll, enter, capture };
}
