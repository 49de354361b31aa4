import {
  deployments,
  markets,
  moats,
  modelStrategies,
  positionings,
} from "@highwater/shared/candidates/contract";
import { Checkbox, NumberInput, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ChoiceField } from "./choice-field";
import classes from "./form.module.css";
import type { CandidateForm } from "./form-sections";
import { hintBelow } from "./hint-below";
import { ProseField } from "./prose-field";
import { useWords } from "./words";

interface FieldsProps {
  form: CandidateForm;
}

export function SolutionFields({ form }: FieldsProps) {
  const { t } = useTranslation("candidates");
  return (
    <>
      <TextInput
        label={t("field.thesis")}
        description={t("hint.thesis")}
        maxLength={500}
        {...form.getInputProps("thesis")}
      />
      <ProseField form={form} field="description" rows={4} />
      <div className={classes.pair}>
        <TextInput
          label={t("field.interface")}
          description={t("hint.interface")}
          inputWrapperOrder={hintBelow}
          maxLength={200}
          {...form.getInputProps("interface")}
        />
        <ChoiceField form={form} field="positioning" options={positionings} />
      </div>
    </>
  );
}

export function MarketFields({ form }: FieldsProps) {
  const { t } = useTranslation("candidates");
  return (
    <>
      <div className={classes.pair}>
        <ChoiceField form={form} field="market" options={markets} />
        <ChoiceField form={form} field="deployment" options={deployments} />
      </div>
      <TextInput label={t("field.buyer")} maxLength={200} {...form.getInputProps("buyer")} />
      <Checkbox
        label={t("field.regulatedBuyer")}
        description={t("hint.regulatedBuyer")}
        {...form.getInputProps("regulatedBuyer", { type: "checkbox" })}
      />
    </>
  );
}

export function DefenceFields({ form }: FieldsProps) {
  const { t } = useTranslation("candidates");
  const words = useWords();
  return (
    <>
      <Checkbox.Group
        label={t("field.moats")}
        description={t("hint.moats")}
        {...form.getInputProps("moats")}
      >
        <div className={classes.checks}>
          {moats.map((moat) => (
            <Checkbox key={moat} value={moat} label={words("moat", moat)} />
          ))}
        </div>
      </Checkbox.Group>
      <ChoiceField form={form} field="modelStrategy" options={modelStrategies} />
      <Checkbox
        label={t("field.thinWrapper")}
        description={t("hint.thinWrapper")}
        {...form.getInputProps("thinWrapper", { type: "checkbox" })}
      />
    </>
  );
}

export function QualityFields({ form }: FieldsProps) {
  const { t } = useTranslation("candidates");
  return (
    <>
      <NumberInput
        label={t("field.qualityNow")}
        description={t("hint.qualityNow")}
        className={classes.number}
        min={0}
        max={100}
        clampBehavior="none"
        hideControls
        {...form.getInputProps("qualityNow")}
      />
      <ProseField form={form} field="pathTo90" />
      <ProseField form={form} field="partners" rows={2} />
    </>
  );
}
