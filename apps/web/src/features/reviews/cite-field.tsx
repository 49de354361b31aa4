import type { SourceCitation } from "@highwater/shared/evidence/citing";
import { Button } from "@mantine/core";
import { IconQuote } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Citations } from "../../ui/citations";
import { CiteDialog } from "../../ui/cite-dialog";
import { icon } from "../../ui/icon";
import { Kbd } from "../../ui/kbd";

interface CiteFieldProps {
  criterionKey: string;
  citations: readonly SourceCitation[];
  onCite: (citations: SourceCitation[]) => void;
}

export const citeButton = (key: string) => `cite-${key}`;

/** What the reason rests on: evidence and trials, down to the words. */
export function CiteField({ criterionKey, citations, onCite }: CiteFieldProps) {
  const { t } = useTranslation("evidence");
  const [open, setOpen] = useState(false);
  return (
    <div>
      <Citations
        citations={citations}
        onRemove={(at) => onCite(citations.filter((_, place) => place !== at))}
      />
      <Button
        id={citeButton(criterionKey)}
        variant="subtle"
        size="compact-xs"
        aria-keyshortcuts="C"
        leftSection={<IconQuote {...icon} />}
        rightSection={<Kbd keys="C" />}
        onClick={() => setOpen(true)}
      >
        {t("cite.act")}
      </Button>
      {open && (
        <CiteDialog
          onCite={(citation) => onCite([...citations, citation])}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
}
