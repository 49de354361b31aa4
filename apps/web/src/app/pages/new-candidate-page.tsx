import { useQuery } from "@tanstack/react-query";
import { useLocation, useNavigate, useRouter, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { CandidateForm } from "../../features/candidates/candidate-form";
import { Check } from "../../features/candidates/capture/check";
import { Elsewhere } from "../../features/candidates/capture/elsewhere";
import { PasteField } from "../../features/candidates/capture/paste-field";
import { useTeamFields } from "../../features/fields/use-team-fields";
import { membersQuery } from "../../features/team/queries";
import { useTeam } from "../../features/team/use-team";
import { PageHead } from "../../ui/page-head";

function useWays() {
  const { team } = useTeam();
  const navigate = useNavigate();
  const router = useRouter();
  const params = { team: team.slug };
  const dossier = (id: string) => ({ to: "/t/$team/c/$id", params: { ...params, id } }) as const;
  return {
    hrefOf: (id: string) => router.buildLocation(dossier(id)).href,
    toDossier: (id: string) => void navigate(dossier(id)),
    toInbox: () => void navigate({ to: "/t/$team/inbox", params, replace: true }),
    toForm: () => void navigate({ to: "/t/$team/new", params, replace: true, state: {} }),
    read: (pasted: string) => void navigate({ to: "/t/$team/new", params, state: { pasted } }),
    leave: () => router.history.back(),
  };
}

export function NewCandidatePage() {
  const { team, memberId } = useTeam();
  const pasted = useLocation({ select: ({ state }) => state.pasted });
  const { hrefOf, toInbox, toForm } = useWays();
  if (pasted === undefined) return <OneCandidate />;
  return (
    <Check
      key={pasted}
      text={pasted}
      team={team.slug}
      memberId={memberId}
      hrefOf={hrefOf}
      onDone={toInbox}
      onBack={toForm}
    />
  );
}

function OneCandidate() {
  const { t } = useTranslation("common");
  const { team, memberId } = useTeam();
  const { name, url, note } = useSearch({ from: "/t/$team/new" });
  const { data: members = [] } = useQuery(membersQuery);
  const teamFields = useTeamFields();
  const { hrefOf, toDossier, read, leave } = useWays();
  const prefill =
    name || url || note ? { name: name || url, website: url, notes: note } : undefined;
  return (
    <>
      <PageHead title={t("page.new")} />
      {!prefill && <PasteField memberId={memberId} onRead={read} />}
      <CandidateForm
        key={JSON.stringify(prefill)}
        prefill={prefill}
        memberId={memberId}
        members={members}
        teamFields={teamFields}
        hrefOf={hrefOf}
        onSaved={({ candidate }) => toDossier(candidate.id)}
        onCancel={leave}
      />
      <Elsewhere team={team.slug} />
    </>
  );
}
