import { mayRely } from "@highwater/shared/tide/policy";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useTeam } from "../../features/team/use-team";
import { ConfirmingNote } from "../../features/tide/confirming-note";
import { boardQuery, scenariosQuery } from "../../features/tide/queries";
import { TideSearch } from "../../features/tide/search";
import { TideView } from "../../features/tide/tide-view";
import { Empty } from "../../ui/empty";
import { LinkButton } from "../../ui/link";
import { PageHead } from "../../ui/page-head";

export function TidePage() {
  const { t } = useTranslation("tide");
  const { team, role } = useTeam();
  const address = useSearch({ from: "/t/$team/tide" });
  const search = useMemo(() => TideSearch.parse(address), [address]);
  const navigate = useNavigate({ from: "/t/$team/tide" });
  const scope = search.scope ?? "team";
  const { data: board } = useSuspenseQuery(boardQuery(scope));
  const { data: scenarios } = useSuspenseQuery(scenariosQuery);
  const change = useCallback(
    (next: Partial<TideSearch>) =>
      void navigate({
        search: (now) => ({ ...now, ...next }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  const params = { team: team.slug };
  const scored = board.candidates.some(({ scores }) => scores["overrun"]);
  return (
    <>
      <PageHead title={t("title")}>
        <LinkButton variant="default" to="/t/$team/tide/catalogue" params={params}>
          {t("toCatalogue")}
        </LinkButton>
      </PageHead>
      {scored || board.recused > 0 ? (
        <>
          <ConfirmingNote board={board} mayConfirm={mayRely({ role })} />
          <TideView
            team={team.slug}
            board={board}
            scenarios={scenarios.items}
            search={search}
            maySave={mayRely({ role })}
            onSearch={change}
            onOpen={(id) => void navigate({ to: "/t/$team/c/$id", params: { ...params, id } })}
          />
        </>
      ) : (
        <Empty
          title={t(scope === "team" ? "empty" : "emptyMine")}
          action={
            scope === "team" && (
              <LinkButton to="/t/$team/tide" params={params} search={{ scope: "mine" }}>
                {t("useMine")}
              </LinkButton>
            )
          }
        >
          {t(scope === "team" ? "emptyHint" : "emptyMineHint")}
        </Empty>
      )}
    </>
  );
}
