import { atLeast } from "@highwater/shared/team/policy";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { ComponentProps } from "react";
import { useTranslation } from "react-i18next";
import { BriefCard } from "../../features/candidates/brief-card";
import { useTeamFacts } from "../../features/fields/use-team-facts";
import { Screening } from "../../features/stages/screening";
import { useTeam } from "../../features/team/use-team";
import { Empty } from "../../ui/empty";
import { PageHead } from "../../ui/page-head";

export function ScreeningPage() {
  const { t } = useTranslation("screening");
  const search = useSearch({ from: "/t/$team/screen" });
  const { team, memberId, role } = useTeam();
  const navigate = useNavigate();
  if (!atLeast(role, "reviewer"))
    return (
      <>
        <PageHead title={t("start")} />
        <Empty title={t("viewer.title")}>{t("viewer.text")}</Empty>
      </>
    );
  return (
    <Screening
      key={JSON.stringify(search)}
      team={team.slug}
      memberId={memberId}
      search={search}
      card={(candidate) => <Card candidate={candidate} team={team.slug} role={role} />}
      onLeave={() =>
        void navigate({
          to: "/t/$team/inbox",
          params: { team: team.slug },
          search: { stage: search.stage },
        })
      }
    />
  );
}

function Card(props: Omit<ComponentProps<typeof BriefCard>, "teamFacts">) {
  return <BriefCard {...props} teamFacts={useTeamFacts(props.candidate.fields)} />;
}
