import { useNavigate, useParams, useRouter, useSearch } from "@tanstack/react-router";
import { ImportStart } from "../../features/exchange/start";
import { ImportWizard } from "../../features/exchange/wizard";
import { useTeam } from "../../features/team/use-team";

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

export function ImportPage() {
  const { team, id } = useParams({ from: "/t/$team/import/$id" });
  const { step } = useSearch({ from: "/t/$team/import/$id" });
  const navigate = useNavigate({ from: "/t/$team/import/$id" });
  const router = useRouter();
  const { isAdmin } = useTeam();
  return (
    <ImportWizard
      id={id}
      team={team}
      asked={step}
      speaksForOthers={isAdmin}
      onStep={(next) => void navigate({ search: next ? { step: next } : {} })}
      onward={{
        screening: router.buildLocation({ to: "/t/$team/screen", params: { team } }).href,
        show: `/t/${team}/candidates?import=${id}`,
      }}
    />
  );
}
