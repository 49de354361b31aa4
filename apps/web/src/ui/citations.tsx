import type { SourceCitation } from "@highwater/shared/evidence/citing";
import { ActionIcon } from "@mantine/core";
import { IconQuote, IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "./citations.module.css";
import { sourceOf, useSources } from "./citing";
import { icon } from "./icon";
import { guessLanguage, UserText } from "./localized";

interface CitationsProps {
  citations: readonly SourceCitation[] | undefined;
  /** Without it they are only read. */
  onRemove?: (at: number) => void;
}

/** What a reason rests on, each with the way to where it stands. */
export function Citations({ citations = [], onRemove }: CitationsProps) {
  const { t } = useTranslation("evidence");
  const sources = useSources();
  if (citations.length === 0) return null;
  return (
    <ul className={classes.list} aria-label={t("cite.label")}>
      {citations.map((citation, at) => {
        const source = sourceOf(sources, citation);
        const heading = source?.heading ?? t("cite.gone");
        return (
          <li key={`${at}-${citation.quote}`} className={classes.item}>
            <IconQuote {...icon} className={classes.icon} />
            <span className={classes.words}>
              {citation.quote && (
                <q className={classes.quote} lang={guessLanguage(citation.quote)}>
                  {citation.quote}
                </q>
              )}
              {source && !onRemove ? (
                <a href={`#${source.anchor}`}>
                  <UserText>{heading}</UserText>
                </a>
              ) : (
                <span className={classes.dim}>{heading}</span>
              )}
            </span>
            {onRemove && (
              <ActionIcon aria-label={t("cite.remove")} onClick={() => onRemove(at)}>
                <IconX {...icon} />
              </ActionIcon>
            )}
          </li>
        );
      })}
    </ul>
  );
}
