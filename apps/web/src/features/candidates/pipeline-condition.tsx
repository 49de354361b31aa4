import type { FieldCondition as Condition } from "@highwater/shared/fields/filter";
import { Button, Divider, Group, NativeSelect, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { conditionsOf, conditionText } from "./pipeline-conditions";
import type { PipelineView } from "./pipeline-view";

const operators = [":", ">=", "<="] as const;
const signs = { ":": "=", ">=": "≥", "<=": "≤" } as const;

export const signOf = (operator: Condition["operator"]) => signs[operator];

/** One more condition on a team field. */
export function FieldCondition({
  search,
  change,
  fields,
}: Pick<PipelineView, "search" | "change" | "fields">) {
  const { t } = useTranslation("pipeline");
  const [key, setKey] = useState(fields[0]?.key ?? "");
  const [operator, setOperator] = useState<Condition["operator"]>(":");
  const [value, setValue] = useState("");
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (value.trim() === "") return;
    const condition = { key, operator, value: value.trim() };
    change({ fields: conditionText([...conditionsOf(search), condition]) });
    setValue("");
  };
  return (
    <form onSubmit={add}>
      <Divider mb="sm" />
      <NativeSelect
        label={t("filter.field")}
        value={key}
        data={fields.map((field) => ({ value: field.key, label: field.name }))}
        onChange={(event) => setKey(event.currentTarget.value)}
      />
      <Group gap={8} mt={8} wrap="nowrap">
        <NativeSelect
          aria-label={t("filter.operator")}
          w={64}
          value={operator}
          data={operators.map((one) => ({ value: one, label: signs[one] }))}
          onChange={({ currentTarget }) =>
            setOperator(operators.find((one) => one === currentTarget.value) ?? ":")
          }
        />
        <TextInput
          aria-label={t("filter.value")}
          flex={1}
          maxLength={200}
          value={value}
          onChange={(event) => setValue(event.currentTarget.value)}
        />
        <Button type="submit" variant="default">
          {t("filter.add")}
        </Button>
      </Group>
    </form>
  );
}
