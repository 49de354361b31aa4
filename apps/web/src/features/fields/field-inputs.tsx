import type { Field, FieldValue, FieldValues } from "@highwater/shared/fields/contract";
import { formatValue, parseValue } from "@highwater/shared/fields/values";
import { NativeSelect, TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { fieldErrors } from "../../i18n/problem-text";
import classes from "./fields.module.css";

interface FieldInputsProps {
  fields: readonly Field[];
  values: FieldValues;
  errors: Readonly<Record<string, ReactNode>>;
  onChange: (key: string, value: FieldValue) => void;
}

/** One input a field; what can't be read stays as it was typed, and says what to write. */
export function FieldInputs({ fields, values, errors, onChange }: FieldInputsProps) {
  return (
    <div className={classes.inputs}>
      {fields.map((field) => {
        const props = {
          field,
          value: values[field.key] ?? null,
          error: errors[`fields.${field.key}`],
          onChange: (value: FieldValue) => onChange(field.key, value),
        };
        return field.type === "select" ? (
          <OptionInput key={field.id} {...props} />
        ) : (
          <WrittenInput key={field.id} {...props} />
        );
      })}
    </div>
  );
}

interface InputProps {
  field: Field;
  value: FieldValue;
  error: ReactNode;
  onChange: (value: FieldValue) => void;
}

/** A value whose option is gone stays until another is chosen. */
function OptionInput({ field, value, error, onChange }: InputProps) {
  const { t } = useTranslation("fields");
  const held = value === null ? "" : String(value);
  const options = field.options.includes(held) || held === "" ? [] : [held];
  return (
    <NativeSelect
      label={field.name}
      data-path={`fields.${field.key}`}
      value={held}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value || null)}
      data={[{ value: "", label: t("noChoice") }, ...field.options, ...options]}
    />
  );
}

function read(field: Field, text: string): FieldValue {
  const parsed = parseValue(field, text);
  return "error" in parsed ? text : parsed.value;
}

const modes = { number: "decimal", link: "url" } as const;

function WrittenInput({ field, value, error, onChange }: InputProps) {
  const { t } = useTranslation("fields");
  const [typed, setTyped] = useState(formatValue(value));
  const [left, setLeft] = useState(false);
  const shown = formatValue(read(field, typed)) === formatValue(value) ? typed : formatValue(value);
  const parsed = parseValue(field, shown);
  const wrong = left && "error" in parsed ? fieldErrors({ errors: [parsed.error] }) : {};
  const { type } = field;
  return (
    <TextInput
      label={field.name}
      data-path={`fields.${field.key}`}
      type={type === "date" ? "date" : "text"}
      inputMode={type === "number" || type === "link" ? modes[type] : undefined}
      placeholder={type === "money" ? t("moneyExample") : undefined}
      maxLength={2000}
      value={shown}
      error={error ?? wrong[`fields.${field.key}`]}
      onBlur={() => setLeft(true)}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onChange(read(field, event.currentTarget.value));
      }}
    />
  );
}
