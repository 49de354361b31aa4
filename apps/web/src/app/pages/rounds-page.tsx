import { mayPlan } from "@highwater/shared/rounds/policy";
import { Button } from "@mantine/core";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { roundsQuery } from "../../features/rounds/queries";
import { RoundForm } from "../../features/rounds/round-form";
import { RoundsList } from "../../features/rounds/rounds-list";
import { membersQuery } from "../../features/team/queries";
import { useTeam } from "../../features/team/use-team";
import { Empty } from "../../ui/empty";
import { PageHead } from "../../ui/page-head";

export function RoundsPage() {
  const { t } = useTranslation("rounds");
  const { team, role, memberId } = useTeam();
  const navigate = useNavigate();
  const { data } = useSuspenseQuery(roundsQuery());
  const { data: members = [] } = useQuery(membersQuery);
  const [making, setMaking] = useState(false);
  const make = mayPlan({ role }) && <Button onClick={() => setMaking(true)}>{t("new")}</Button>;
  return (
    <>
      <PageHead title={t("title")}>{data.items.length > 0 && make}</PageHead>
      {data.items.length === 0 ? (
        <Empty title={t("empty")} action={make}>
          {t("emptyHint")}
        </Empty>
      ) : (
        <RoundsList team={team.slug} rounds={data.items} />
      )}
      {making && (
        <RoundForm
          members={members}
          memberId={memberId}
          onClose={() => setMaking(false)}
          onMade={(_, id) =>
            void navigate({ to: "/t/$team/rounds/$id", params: { team: team.slug, id } })
          }
        />
      )}
    </>
  );
}
