import type { Candidate } from "@highwater/shared/candidates/contract";
import { Anchor } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { plainAddress } from "../../lib/addresses";
import { UserText } from "../../ui/localized";
import { useWord } from "./use-word";

export interface Fact {
  label: string;
  value: ReactNode;
}

const textOf = (text: string | null) => text && <UserText>{text}</UserText>;

function Lines({ lines }: { lines: readonly string[] }) {
  return lines.map((line) => (
    <div key={line}>
      <UserText>{line}</UserText>
    </div>
  ));
}

const website = (address: string | null) =>
  address && (
    <Anchor href={address} target="_blank" rel="noreferrer" size="sm">
      {plainAddress(address)}
    </Anchor>
  );

/** The facts that are given, as label and value; what is empty is left out. */
export function useFacts(candidate: Candidate): Fact[] {
  const { t } = useTranslation("reviews");
  const word = useWord();
  const { painScenarios, moats, people, qualityNow } = candidate;
  const pains = painScenarios.map(({ name, frequency, saving }) =>
    [name, frequency && word("frequency", frequency), saving].filter(Boolean).join(" · "),
  );
  const known = people.map(({ name, role }) => (role ? `${name} · ${role}` : name));
  const facts: Fact[] = [
    { label: t("facts.vertical"), value: word("vertical", candidate.vertical) },
    { label: t("facts.kind"), value: word("kind", candidate.kind) },
    { label: t("facts.market"), value: word("market", candidate.market) },
    { label: t("facts.buyer"), value: textOf(candidate.buyer) },
    { label: t("facts.regulated"), value: candidate.regulatedBuyer && t("facts.yes") },
    { label: t("facts.interface"), value: textOf(candidate.interface) },
    { label: t("facts.positioning"), value: word("positioning", candidate.positioning) },
    { label: t("facts.pains"), value: pains.length > 0 && <Lines lines={pains} /> },
    {
      label: t("facts.moats"),
      value: moats.length > 0 && <Lines lines={moats.map((moat) => word("moat", moat) ?? moat)} />,
    },
    { label: t("facts.strategy"), value: word("modelStrategy", candidate.modelStrategy) },
    { label: t("facts.deployment"), value: word("deployment", candidate.deployment) },
    { label: t("facts.wrapper"), value: candidate.thinWrapper && t("facts.yes") },
    {
      label: t("facts.quality"),
      value: qualityNow !== null && t("facts.grade", { grade: qualityNow }),
    },
    { label: t("facts.people"), value: known.length > 0 && <Lines lines={known} /> },
    { label: t("facts.website"), value: website(candidate.website) },
    { label: t("facts.source"), value: textOf(candidate.source) },
  ];
  return facts.filter(({ value }) => value !== null && value !== false && value !== "");
}
