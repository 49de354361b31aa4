import { useQuery } from "@tanstack/react-query";
import { useNavigate, useRouter } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { CandidateForm } from "../../features/candidates/candidate-form";
import { useTeamFields } from "../../features/fields/use-team-fields";
import { membersQuery } from "../../features/team/queries";
import { useTeam } from "../../features/team/use-team";
import { PageHead } from "../../ui/page-head";

export function NewCandidatePage() {
  const { t } = useTranslation("common");
  const { team, memberId } = useTeam();
  const { data: members = [] } = useQuery(membersQuery);
  const teamFields = useTeamFields();
  const navigate = useNavigate();
  const router = useRouter();
  const dossier = (id: string) =>
    ({ to: "/t/$team/c/$id", params: { team: team.slug, id } }) as const;
  return (
    <>
      <PageHead title={t("page.new")} />
      <CandidateForm
        memberId={memberId}
        members={members}
        teamFields={teamFields}
        hrefOf={(id) => router.buildLocation(dossier(id)).href}
        onSaved={({ candidate }) => void navigate(dossier(candidate.id))}
        onCancel={() => router.history.back()}
      />
    </>
  );
}
