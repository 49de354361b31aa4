import { kinds, knownVerticals } from "@highwater/shared/candidates/contract";
import { Autocomplete, TagsInput, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ChoiceField } from "./choice-field";
import classes from "./form.module.css";
import type { CandidateForm } from "./form-sections";
import { hintBelow } from "./hint-below";
import { facetsQuery } from "./queries";
import { useWords } from "./words";

/** What a name alone may enter. With `lists`, several lines pasted here become as many candidates. */
export function NameFields({ form, lists }: { form: CandidateForm; lists: boolean }) {
  const { t } = useTranslation("candidates");
  return (
    <>
      <TextInput
        label={t("field.name")}
        withAsterisk
        autoComplete="off"
        maxLength={200}
        data-autofocus
        data-lists={lists || undefined}
        size="md"
        {...form.getInputProps("name")}
      />
      <TextInput
        label={t("field.website")}
        placeholder="https://"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        data-lists={lists || undefined}
        {...form.getInputProps("website")}
      />
    </>
  );
}

/** A Chinese comma comes out of the input method, not from a key. */
const separate = (tags: string[]) => [
  ...new Set(tags.flatMap((tag) => tag.split(/[,，、]/)).flatMap((tag) => tag.trim() || [])),
];

export function WhoFields({ form }: { form: CandidateForm }) {
  const { t } = useTranslation("candidates");
  const { data } = useQuery(facetsQuery());
  const words = useWords();
  const nameOf = (vertical: string) => words("vertical", vertical);
  const keyOf = (name: string) =>
    knownVerticals.find((key) => nameOf(key).toLowerCase() === name.trim().toLowerCase()) ?? name;
  const options = [...new Set([...knownVerticals, ...(data?.verticals ?? [])].map(nameOf))];
  const tags = form.getInputProps("tags");
  const { value, onChange, ...vertical } = form.getInputProps("vertical");
  return (
    <>
      <div className={classes.pair}>
        <ChoiceField form={form} field="kind" options={kinds} />
        <Autocomplete
          label={t("field.vertical")}
          description={t("form.verticalHint")}
          inputWrapperOrder={hintBelow}
          data={options}
          limit={30}
          maxLength={60}
          value={nameOf(value)}
          onChange={(typed) => onChange(keyOf(typed))}
          {...vertical}
        />
      </div>
      <TagsInput
        label={t("field.tags")}
        description={t("form.tagsHint")}
        data={data?.tags ?? []}
        limit={20}
        maxTags={50}
        maxLength={60}
        acceptValueOnBlur
        classNames={{ input: classes.tags, inputField: classes.tagField }}
        {...tags}
        onChange={(typed) => form.setFieldValue("tags", separate(typed))}
      />
    </>
  );
}
