import { frequencies } from "@highwater/shared/candidates/contract";
import { NativeSelect, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { CandidateForm } from "./form-sections";
import { emptyScenario } from "./form-values";
import { ProseField } from "./prose-field";
import { RowList } from "./row-list";
import { useWords } from "./words";

export function ProblemFields({ form }: { form: CandidateForm }) {
  return (
    <>
      <ProseField form={form} field="problem" />
      <Scenarios form={form} />
      <ProseField form={form} field="overlookedInsight" rows={2} />
    </>
  );
}

function Scenarios({ form }: { form: CandidateForm }) {
  const { t } = useTranslation("candidates");
  const words = useWords();
  const options = frequencies.map((value) => ({ value, label: words("frequency", value) }));
  return (
    <RowList
      form={form}
      field="painScenarios"
      empty={emptyScenario}
      row={(at) => {
        const { value, onChange, ...frequency } = form.getInputProps(`${at}.frequency`);
        return (
          <>
            <TextInput
              label={t("scenario.name")}
              maxLength={200}
              {...form.getInputProps(`${at}.name`)}
            />
            <NativeSelect
              label={t("scenario.frequency")}
              data={[{ value: "", label: t("form.noChoice") }, ...options]}
              value={value ?? ""}
              onChange={(event) => onChange(event.currentTarget.value || null)}
              {...frequency}
            />
            <TextInput
              label={t("scenario.saving")}
              maxLength={200}
              {...form.getInputProps(`${at}.saving`)}
            />
          </>
        );
      }}
    />
  );
}
