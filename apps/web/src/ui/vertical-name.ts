import { knownVerticals } from "@highwater/shared/candidates/contract";
import { useTranslation } from "react-i18next";

/** A vertical in the language on screen; a team's own stands as it was written. */
export function useVerticalName() {
  const { t } = useTranslation("vocabulary");
  return (vertical: string): string => {
    const known = knownVerticals.find((one) => one === vertical);
    return known ? t(`vertical.${known}`) : vertical;
  };
}
