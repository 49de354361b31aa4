import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useRouter, useSearch } from "@tanstack/react-router";
import { ImportStart } from "../../features/exchange/start";
import { ImportWizard } from "../../features/exchange/wizard";
import { rubricQuery } from "../../features/rubrics/queries";
import { membersQuery } from "../../features/team/queries";
import { useTeam } from "../../features/team/use-team";
import { useLocalized } from "../../ui/localized";

export function ImportStartPage() {
  const { team } = useParams({ from: "/t/$team/import" });
  const navigate = useNavigate();
  return (
    <ImportStart
      team={team}
      onBegun={(id) => void navigate({ to: "/t/$team/import/$id", params: { team, id } })}
    />
  );
}

/** Only admins may bring scores; to the others no column becomes one. */
function useScoreTargets() {
  const { isAdmin } = useTeam();
  const localized = useLocalized();
  const members = useQuery({ ...membersQuery, enabled: isAdmin });
  const rubric = useQuery({ ...rubricQuery(), enabled: isAdmin });
  return (rubric.data?.criteria ?? []).flatMap(({ key, short }) =>
    (members.data ?? []).flatMap(({ name, email }) =>
      email === null
        ? []
        : [{ criterion: key, criterionName: localized(short), member: name, email }],
    ),
  );
}

export function ImportPage() {
  const { team, id } = useParams({ from: "/t/$team/import/$id" });
  const { step } = useSearch({ from: "/t/$team/import/$id" });
  const navigate = useNavigate({ from: "/t/$team/import/$id" });
  const router = useRouter();
  return (
    <ImportWizard
      id={id}
      team={team}
      asked={step}
      onStep={(next) => void navigate({ search: next ? { step: next } : {} })}
      scores={useScoreTargets()}
      onward={{
        screening: router.buildLocation({ to: "/t/$team/screen", params: { team } }).href,
        show: `/t/${team}/candidates?import=${id}`,
      }}
    />
  );
}
