import type { FieldValues } from "@highwater/shared/fields/contract";
import type { Member } from "@highwater/shared/team/contract";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { DefenceFields, MarketFields, QualityFields, SolutionFields } from "./case-fields";
import { Fold } from "./fold";
import { type CandidateForm, faultIn, filledIn, type SectionKey } from "./form-sections";
import { NotesFields, PeopleFields } from "./people-fields";
import { ProblemFields } from "./problem-fields";
import { WhoFields } from "./who-fields";

/** The team's own fields in the form; the page knows which there are. */
interface TeamFieldsSlot {
  values: FieldValues;
  errors: Readonly<Record<string, ReactNode>>;
  onChange: (key: string, value: FieldValues[string]) => void;
}
export type TeamFields = (slot: TeamFieldsSlot) => ReactNode;

interface FactFoldsProps {
  form: CandidateForm;
  members: Member[];
  editing: boolean;
  teamFields: TeamFields | undefined;
}

/** Everything beyond the name. What holds something is open when one comes to it. */
export function FactFolds({ form, members, editing, teamFields }: FactFoldsProps) {
  const { t } = useTranslation("candidates");
  const fields = {
    who: <WhoFields form={form} />,
    problem: <ProblemFields form={form} />,
    solution: <SolutionFields form={form} />,
    market: <MarketFields form={form} />,
    defence: <DefenceFields form={form} />,
    quality: <QualityFields form={form} />,
    people: <PeopleFields form={form} />,
    fields: teamFields?.({
      values: form.values.fields,
      errors: form.errors,
      onChange: (key, value) => {
        form.setFieldValue("fields", (now) => ({ ...now, [key]: value }));
        form.clearFieldError(`fields.${key}`);
      },
    }),
    notes: <NotesFields form={form} members={members} />,
  } satisfies Record<SectionKey, ReactNode>;
  const order: SectionKey[] = [
    "problem",
    "solution",
    "who",
    "market",
    "defence",
    "quality",
    "people",
    ...(teamFields ? (["fields"] as const) : []),
    "notes",
  ];
  return (
    <div>
      {order.map((key) => {
        const filled = filledIn(key, form.values);
        return (
          <Fold
            key={key}
            title={t(`section.${key}`)}
            hint={t(`sectionHint.${key}`)}
            filled={filled}
            startOpen={filled > 0 || (!editing && key === "problem")}
            faulty={faultIn(key, form.errors)}
          >
            {fields[key]}
          </Fold>
        );
      })}
    </div>
  );
}
