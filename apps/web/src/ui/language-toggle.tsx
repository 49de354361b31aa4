import { ActionIcon, Tooltip } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { chooseLocale, currentLocale, languageTag } from "../i18n/i18n";

const offers = { en: { sign: "EN", name: "English" }, zh: { sign: "中", name: "中文" } } as const;

/** Shows the language one would get, named in that language. */
export function LanguageToggle() {
  useTranslation("common");
  const other = currentLocale() === "zh" ? "en" : "zh";
  const { sign, name } = offers[other];
  return (
    <Tooltip label={name}>
      <ActionIcon
        aria-label={name}
        lang={languageTag(other)}
        fz={12}
        fw={600}
        onClick={() => void chooseLocale(other)}
      >
        {sign}
      </ActionIcon>
    </Tooltip>
  );
}
