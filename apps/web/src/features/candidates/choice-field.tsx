import { NativeSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { CandidateForm } from "./form-sections";
import { useWords } from "./words";

interface ChoiceFieldProps {
  form: CandidateForm;
  field: "kind" | "market" | "deployment" | "positioning" | "modelStrategy";
  options: readonly string[];
}

/** One of a few, or nothing yet. */
export function ChoiceField({ form, field, options }: ChoiceFieldProps) {
  const { t } = useTranslation("candidates");
  const words = useWords();
  const { value, onChange, ...props } = form.getInputProps(field);
  return (
    <NativeSelect
      label={t(`field.${field}`)}
      value={value ?? ""}
      onChange={(event) => onChange(event.currentTarget.value || null)}
      data={[
        { value: "", label: t("form.noChoice") },
        ...options.map((option) => ({ value: option, label: words(field, option) })),
      ]}
      {...props}
    />
  );
}
