import type { Role } from "@highwater/shared/team/contract";
import { atLeast } from "@highwater/shared/team/policy";
import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { icon } from "../../ui/icon";
import { ProblemNote } from "../../ui/problem-note";
import classes from "./evidence.module.css";
import { AddEvidence } from "./evidence-form";
import { EvidenceItem } from "./evidence-item";
import { evidenceQuery } from "./queries";

interface EvidenceSectionProps {
  candidateId: string;
  memberId: string;
  role: Role;
}

/** Cited sources. Open to the whole team, before the reveal too. */
export function EvidenceSection({ candidateId, memberId, role }: EvidenceSectionProps) {
  const { t } = useTranslation("evidence");
  const { data, error, refetch } = useQuery(evidenceQuery(candidateId));
  const [adding, setAdding] = useState(false);
  const mayChange = (by: string) =>
    atLeast(role, "admin") || (by === memberId && atLeast(role, "reviewer"));
  return (
    <section aria-labelledby="evidence" className={classes.section}>
      <div className={classes.top}>
        <h2 id="evidence" className={classes.title}>
          {t("title")} {data && data.length > 0 && <span>{data.length}</span>}
        </h2>
        {atLeast(role, "reviewer") && !adding && (
          <Button
            variant="default"
            leftSection={<IconPlus {...icon} />}
            onClick={() => setAdding(true)}
          >
            {t("add")}
          </Button>
        )}
      </div>
      <p className={classes.dim}>{t("lead")}</p>
      {adding && <AddEvidence candidateId={candidateId} onClose={() => setAdding(false)} />}
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && !adding && <p className={classes.dim}>{t("none")}</p>}
      <ul className={classes.list}>
        {data?.map((piece) => (
          <EvidenceItem
            key={piece.id}
            piece={piece}
            candidateId={candidateId}
            isOwn={piece.by.id === memberId}
            mayChange={mayChange(piece.by.id)}
          />
        ))}
      </ul>
    </section>
  );
}
