import { atLeast } from "@highwater/shared/team/policy";
import { mayRely } from "@highwater/shared/tide/policy";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { Assigned } from "../../features/assignments/assigned";
import { Dossier } from "../../features/candidates/dossier";
import { candidateQuery } from "../../features/candidates/queries";
import type { DossierSearch } from "../../features/candidates/search";
import { DiscussionSection } from "../../features/discussion/discussion-section";
import { EvidenceSection } from "../../features/evidence/evidence-section";
import { useTeamFacts } from "../../features/fields/use-team-facts";
import { StageMenu } from "../../features/stages/stage-menu";
import { StandingDecision } from "../../features/stages/standing-decision";
import { membersQuery } from "../../features/team/queries";
import { useTeam } from "../../features/team/use-team";
import { RelianceCard } from "../../features/tide/reliance-card";
import { SourcesProvider } from "../../ui/citing";
import { AfterScores } from "../after-scores";
import { useCandidateSources } from "../use-candidate-sources";
import { useCriteriaNames } from "../use-criteria-names";

export function CandidatePage() {
  const { id } = useParams({ from: "/t/$team/c/$id" });
  const search = useSearch({ from: "/t/$team/c/$id" });
  const navigate = useNavigate({ from: "/t/$team/c/$id" });
  const { team, memberId, role } = useTeam();
  const { data: members = [] } = useQuery(membersQuery);
  const { data: stored } = useSuspenseQuery(candidateQuery(id));
  const criteria = useCriteriaNames();
  const sources = useCandidateSources(id);
  const teamFacts = useTeamFacts(stored.data.fields);
  const change = (next: DossierSearch) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true, resetScroll: false });
  return (
    <SourcesProvider value={sources}>
      <Dossier
        key={id}
        candidate={stored.data}
        viewer={{ team: team.slug, memberId, role, members }}
        search={search}
        onSearch={change}
        stageMenu={
          <StageMenu
            candidate={{ ...stored.data, revealed: stored.data.revealedAt !== null }}
            role={role}
          />
        }
        teamFacts={teamFacts}
        afterScores={<AfterScores candidateId={id} />}
        discussion={
          <DiscussionSection
            candidateId={id}
            memberId={memberId}
            people={members.filter(({ sample }) => !sample)}
            criteria={criteria}
          />
        }
        assigned={
          <Assigned
            candidateId={id}
            closed={stored.data.archivedAt !== null || stored.data.stage === "decided"}
            viewer={{ memberId, role, members }}
          />
        }
        reliance={<RelianceCard candidateId={id} mayEdit={mayRely({ role })} />}
        evidence={<EvidenceSection candidateId={id} memberId={memberId} role={role} />}
        decision={
          <StandingDecision
            candidateId={id}
            decision={stored.data.decision}
            members={members}
            mayWithdraw={atLeast(role, "reviewer")}
          />
        }
      />
    </SourcesProvider>
  );
}
