import type { Member } from "@highwater/shared/team/contract";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { DefenceFields, MarketFields, QualityFields, SolutionFields } from "./case-fields";
import { Fold } from "./fold";
import { type CandidateForm, faultIn, filledIn, type SectionKey } from "./form-sections";
import { NotesFields, PeopleFields } from "./people-fields";
import { ProblemFields } from "./problem-fields";
import { WhoFields } from "./who-fields";

interface FactFoldsProps {
  form: CandidateForm;
  members: Member[];
  editing: boolean;
}

/** Everything beyond the name. What holds something is open when one comes to edit it. */
export function FactFolds({ form, members, editing }: FactFoldsProps) {
  const { t } = useTranslation("candidates");
  const fields = {
    who: <WhoFields form={form} />,
    problem: <ProblemFields form={form} />,
    solution: <SolutionFields form={form} />,
    market: <MarketFields form={form} />,
    defence: <DefenceFields form={form} />,
    quality: <QualityFields form={form} />,
    people: <PeopleFields form={form} />,
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
            startOpen={editing ? filled > 0 : key === "problem"}
            faulty={faultIn(key, form.errors)}
          >
            {fields[key]}
          </Fold>
        );
      })}
    </div>
  );
}
