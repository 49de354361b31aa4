import type { Evidence } from "@highwater/shared/evidence/contract";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { trialsQuery } from "../features/candidates/queries";
import { evidenceQuery } from "../features/evidence/queries";
import type { Source } from "../ui/citing";

/** A candidate's evidence and trials, as what reasons may rest on. */
export function useCandidateSources(candidateId: string): readonly Source[] {
  const { t } = useTranslation(["evidence", "candidates"]);
  const { data: evidence = [] } = useQuery(evidenceQuery(candidateId));
  const { data: trials } = useQuery(trialsQuery(candidateId));
  const headingOf = ({ title, kind, who, url, file }: Evidence) =>
    title ??
    (kind === "call" ? t("evidence:callWith", { who }) : (url ?? file?.name)) ??
    t(`evidence:kind.${kind}`);
  return [
    ...evidence.map((piece) => ({
      citation: { evidenceId: piece.id },
      anchor: `evidence-${piece.id}`,
      heading: headingOf(piece),
      text: piece.text,
    })),
    ...(trials?.items ?? []).map(({ id, task, grade, note }) => ({
      citation: { trialId: id },
      anchor: `trial-${id}`,
      heading: t("candidates:trials.cited", { task, grade }),
      text: note,
    })),
  ];
}
