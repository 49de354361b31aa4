import type { Captured } from "@highwater/shared/candidates/contract";
import { Button } from "@mantine/core";
import { type KeyboardEvent, useCallback, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useShortcut } from "../../../lib/shortcuts";
import { Kbd } from "../../../ui/kbd";
import { ProblemNote } from "../../../ui/problem-note";
import classes from "./capture.module.css";
import { CheckRow } from "./check-row";
import { editable, type Row } from "./rows";
import { Unread } from "./unread";
import { type RowErrors, useRows } from "./use-rows";

interface CheckListProps {
  captured: Captured;
  hrefOf: (id: string) => string;
  onEntered: (count: number) => void;
  onBack: () => void;
}

const noErrors = {};
const errorsOf = (errors: RowErrors, { line }: Row) => {
  const own = editable.map((field) => [field, errors[`${line}.${field}`]] as const);
  return own.some(([, text]) => text) ? Object.fromEntries(own) : noErrors;
};

/** Enter in a cell enters nothing: that is what the button is for. */
const hold = (event: KeyboardEvent) => {
  const chord = event.ctrlKey || event.metaKey;
  if (event.key === "Enter" && !chord && event.target instanceof HTMLInputElement)
    event.preventDefault();
};

export function CheckList({ captured, hrefOf, onEntered, onBack }: CheckListProps) {
  const { t } = useTranslation("capture");
  const { rows, chosen, errors, capture, ...act } = useRows(captured.rows, onEntered);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus({ preventScroll: true }), []);
  useShortcut("mod+enter", () => void act.enter(), { inFields: true });
  const latest = useRef(act.change);
  latest.current = act.change;
  const change = useCallback(
    (line: number, patch: Partial<Row>) => latest.current(line, patch),
    [],
  );
  const names = new Map(rows.map(({ line, name }) => [line, name]));
  const all = chosen.length === rows.length;
  return (
    <form
      className={classes.check}
      noValidate
      onKeyDown={hold}
      onSubmit={(event) => {
        event.preventDefault();
        void act.enter();
      }}
    >
      <label className={classes.all}>
        <input
          type="checkbox"
          className={classes.tick}
          checked={all}
          ref={(box) => {
            if (box) box.indeterminate = !all && chosen.length > 0;
          }}
          onChange={() => act.tickAll(!all)}
        />
        {t("check.all", { chosen: chosen.length, of: rows.length })}
      </label>
      <div className={classes.head} aria-hidden="true">
        {editable.map((field) => (
          <span key={field}>{t(`head.${field}`)}</span>
        ))}
      </div>
      <ul className={classes.list} aria-label={t("check.title")}>
        {rows.map((row) => (
          <CheckRow
            key={row.line}
            row={row}
            repeats={row.sameAs === null ? undefined : names.get(row.sameAs)}
            errors={errorsOf(errors, row)}
            hrefOf={hrefOf}
            onChange={change}
          />
        ))}
      </ul>
      <Unread lines={captured.unread} />
      <div className={classes.foot}>
        {capture.error !== null && (
          <div className={classes.refusal}>
            <ProblemNote error={capture.error} />
          </div>
        )}
        <Button
          ref={button}
          type="submit"
          loading={capture.isPending}
          disabled={chosen.length === 0}
          aria-keyshortcuts="Control+Enter Meta+Enter"
        >
          {t("check.add", { count: chosen.length })}&ensp;
          <Kbd keys="⌘↵" />
        </Button>
        <Button variant="default" disabled={capture.isPending} onClick={onBack}>
          {t("check.back")}
        </Button>
      </div>
    </form>
  );
}
