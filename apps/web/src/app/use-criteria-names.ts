import { useQuery } from "@tanstack/react-query";
import { rubricQuery } from "../features/rubrics/queries";
import { useLocalized } from "../ui/localized";

/** The rubric's criteria by name, in the language on screen. */
export function useCriteriaNames() {
  const localized = useLocalized();
  const { data } = useQuery(rubricQuery());
  return (data?.criteria ?? []).map(({ key, name }) => ({ key, name: localized(name) }));
}
