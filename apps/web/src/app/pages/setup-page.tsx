import { Loader } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { setupQuery } from "../../features/team/queries";
import { SetupForm } from "../../features/team/setup-form";
import { LinkAnchor } from "../../ui/link";
import { ProblemNote } from "../../ui/problem-note";
import { Entrance } from "../entrance";

export function SetupPage() {
  const { t } = useTranslation(["team", "common"]);
  const navigate = useNavigate();
  const { token = "" } = useSearch({ from: "/setup" });
  const { data, error, refetch } = useQuery(setupQuery);
  if (data && !data.needed)
    return (
      <Entrance title={t("setup.doneTitle")} lead={t("setup.done")}>
        <LinkAnchor to="/sign-in">{t("signIn.submit")}</LinkAnchor>
      </Entrance>
    );
  return (
    <Entrance title={t("setup.title")} lead={t("setup.lead")}>
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loader size="sm" aria-label={t("common:state.loading")} />}
      {data && <SetupForm token={token} onDone={() => void navigate({ to: "/" })} />}
    </Entrance>
  );
}
