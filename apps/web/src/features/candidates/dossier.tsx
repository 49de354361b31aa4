import type { Candidate } from "@highwater/shared/candidates/contract";
import { IconArchive } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { icon } from "../../ui/icon";
import classes from "./dossier.module.css";
import { DossierHead } from "./dossier-head";
import { Explaining } from "./explaining";
import { FactsBar, type TeamFact } from "./facts-bar";
import { Prose } from "./prose";
import { ReviewsPanel } from "./reviews-panel";
import type { DossierSearch } from "./search";
import { Story } from "./story";
import { Trials } from "./trials";
import type { Viewer } from "./viewer";

interface DossierProps {
  candidate: Candidate;
  viewer: Viewer;
  search: DossierSearch;
  onSearch: (next: DossierSearch) => void;
  stageMenu: ReactNode;
  /** What was decided about it, if anything was. */
  decision: ReactNode;
  /** Who is asked to review it. */
  assigned: ReactNode;
  /** What it leans on, and what the tide does to it. */
  reliance: ReactNode;
  evidence: ReactNode;
  /** What the scores lead to: their history, disagreements, champions. */
  afterScores: ReactNode;
  discussion: ReactNode;
  teamFacts: readonly TeamFact[];
}

/** Everything about one candidate: what it is, how it stands, why, and what was tried. */
export function Dossier({
  candidate,
  viewer,
  search,
  onSearch,
  stageMenu,
  decision,
  assigned,
  reliance,
  evidence,
  afterScores,
  discussion,
  teamFacts,
}: DossierProps) {
  const { t } = useTranslation("candidates");
  return (
    <article className={classes.dossier}>
      <DossierHead candidate={candidate} viewer={viewer} search={search} stageMenu={stageMenu} />
      {decision}
      {candidate.archivedAt && (
        <p className={classes.archived}>
          <IconArchive {...icon} />
          {t("dossier.archived")}
        </p>
      )}
      <div className={classes.columns}>
        <div className={classes.main}>
          <Story candidate={candidate} team={viewer.team} role={viewer.role} />
          {assigned}
          <ReviewsPanel candidate={candidate} viewer={viewer} />
          {afterScores}
          <Explaining candidate={candidate} search={search} onSearch={onSearch} />
          {reliance}
          <Trials candidateId={candidate.id} viewer={viewer} />
          {evidence}
          {discussion}
          {candidate.notes && (
            <section aria-labelledby="notes">
              <h2 id="notes" className={classes.title}>
                {t("field.notes")}
              </h2>
              <Prose text={candidate.notes} />
            </section>
          )}
        </div>
        <FactsBar candidate={candidate} viewer={viewer} teamFacts={teamFacts} />
      </div>
    </article>
  );
}
