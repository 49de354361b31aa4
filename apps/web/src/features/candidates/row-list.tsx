import { ActionIcon, Button } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { icon } from "../../ui/icon";
import classes from "./form.module.css";
import type { CandidateForm } from "./form-sections";
import type { PersonValues, ScenarioValues } from "./form-values";

interface RowListProps {
  form: CandidateForm;
  field: "painScenarios" | "people";
  empty: () => ScenarioValues | PersonValues;
  /** The inputs of one row; `at` is its path in the form. */
  row: (at: string) => ReactNode;
}

/** As many rows as one likes. A new row takes the focus; removing one gives it back to the button. */
export function RowList({ form, field, empty, row }: RowListProps) {
  const { t } = useTranslation("candidates");
  const rows = form.getValues()[field];
  const adder = `add-${field}`;
  const add = () => {
    form.insertListItem(field, empty());
    const place = rows.length;
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-row="${field}.${place}"] input`)?.focus(),
    );
  };
  const remove = (index: number) => {
    form.removeListItem(field, index);
    document.getElementById(adder)?.focus();
  };
  return (
    <fieldset className={classes.rows}>
      <legend className={classes.legend}>{t(`field.${field}`)}</legend>
      {rows.map(({ key }, index) => (
        <div key={key} className={classes.row} data-field={field} data-row={`${field}.${index}`}>
          {row(`${field}.${index}`)}
          <ActionIcon
            className={classes.remove}
            aria-label={t(`form.remove.${field}`, { number: index + 1 })}
            onClick={() => remove(index)}
          >
            <IconX {...icon} />
          </ActionIcon>
        </div>
      ))}
      <Button
        id={adder}
        variant="default"
        className={classes.add}
        leftSection={<IconPlus {...icon} />}
        disabled={rows.length >= 50}
        onClick={add}
      >
        {t(`form.add.${field}`)}
      </Button>
    </fieldset>
  );
}
