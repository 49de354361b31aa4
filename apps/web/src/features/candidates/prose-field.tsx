import { Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { CandidateForm } from "./form-sections";

interface ProseFieldProps {
  form: CandidateForm;
  field: "problem" | "description" | "pathTo90" | "partners" | "overlookedInsight" | "notes";
  rows?: number;
}

/** Several lines, with a hint of what belongs there. */
export function ProseField({ form, field, rows = 3 }: ProseFieldProps) {
  const { t } = useTranslation("candidates");
  return (
    <Textarea
      label={t(`field.${field}`)}
      description={t(`hint.${field}`)}
      autosize
      minRows={rows}
      maxRows={16}
      {...form.getInputProps(field)}
    />
  );
}
