import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useRouter } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { CandidateForm } from "../../features/candidates/candidate-form";
import { candidateQuery } from "../../features/candidates/queries";
import type { Saved } from "../../features/candidates/use-candidate-form";
import { useTeamFields } from "../../features/fields/use-team-fields";
import { membersQuery } from "../../features/team/queries";
import { useTeam } from "../../features/team/use-team";
import { notify } from "../../ui/notify";
import { PageHead } from "../../ui/page-head";

export function EditCandidatePage() {
  const { t } = useTranslation(["common", "candidates"]);
  const { id } = useParams({ from: "/t/$team/c/$id/edit" });
  const { team, memberId } = useTeam();
  const { data: members = [] } = useQuery(membersQuery);
  const { data: stored } = useSuspenseQuery(candidateQuery(id));
  const teamFields = useTeamFields();
  const navigate = useNavigate();
  const router = useRouter();
  const dossier = (to: string) =>
    ({ to: "/t/$team/c/$id", params: { team: team.slug, id: to } }) as const;
  const saved = ({ taken }: Saved) => {
    if (taken.length > 0) {
      const fields = taken.map((key) => t(`candidates:field.${key}`)).join(", ");
      notify.done(t("candidates:conflict.taken", { fields }));
    }
    void navigate(dossier(id));
  };
  return (
    <>
      <PageHead title={t("page.edit")} aside={stored.data.name} />
      <CandidateForm
        key={id}
        stored={stored}
        memberId={memberId}
        members={members}
        teamFields={teamFields}
        hrefOf={(other) => router.buildLocation(dossier(other)).href}
        onSaved={saved}
        onCancel={() => void navigate(dossier(id))}
      />
    </>
  );
}
