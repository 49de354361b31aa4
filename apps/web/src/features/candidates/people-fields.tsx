import type { Member } from "@highwater/shared/team/contract";
import { isStanding } from "@highwater/shared/team/policy";
import { Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { CandidateForm } from "./form-sections";
import { emptyPerson } from "./form-values";
import { ProseField } from "./prose-field";
import { RowList } from "./row-list";

const parts = ["name", "role", "link", "knownBy"] as const;

export function PeopleFields({ form }: { form: CandidateForm }) {
  const { t } = useTranslation("candidates");
  return (
    <RowList
      form={form}
      field="people"
      empty={emptyPerson}
      row={(at) =>
        parts.map((part) => (
          <TextInput
            key={part}
            label={t(`person.${part}`)}
            autoComplete="off"
            maxLength={part === "link" ? 2000 : 120}
            placeholder={part === "link" ? "https://" : undefined}
            {...form.getInputProps(`${at}.${part}`)}
          />
        ))
      }
    />
  );
}

export function NotesFields({ form, members }: { form: CandidateForm; members: Member[] }) {
  const { t } = useTranslation("candidates");
  const { value, onChange, ...owner } = form.getInputProps("ownerId");
  const owners = members.filter(
    (member) => (isStanding(member) && !member.sample) || member.id === value,
  );
  return (
    <>
      <ProseField form={form} field="notes" rows={4} />
      <TextInput
        label={t("field.source")}
        description={t("hint.source")}
        maxLength={500}
        {...form.getInputProps("source")}
      />
      <NativeSelect
        label={t("field.ownerId")}
        value={value ?? ""}
        onChange={(event) => onChange(event.currentTarget.value || null)}
        data={[
          { value: "", label: t("form.noOwner") },
          ...owners.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        {...owner}
      />
      <Checkbox
        label={t("field.confidential")}
        description={t("hint.confidential")}
        {...form.getInputProps("confidential", { type: "checkbox" })}
      />
    </>
  );
}
