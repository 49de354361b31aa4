import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useCallback, useMemo } from "react";
import { RankingView } from "../../features/ranking/ranking-view";
import type { RankingSearch } from "../../features/ranking/search";
import { useTeam } from "../../features/team/use-team";
import { ViewControl } from "../../features/views/view-control";
import { loadEveryWord } from "../../i18n/i18n";

/** Only where a release is published: the first page does without it otherwise. */
const SinceRelease = lazy(async () => {
  const [{ SinceRelease: component }] = await Promise.all([
    import("../../features/tide/since-release"),
    loadEveryWord(),
  ]);
  return { default: component };
});

const route = getRouteApi("/t/$team/");

export function RankingPage() {
  const { team } = route.useParams();
  const place = route.useSearch();
  const search = useMemo<RankingSearch>(() => {
    const { view: _, ...query } = place;
    return query;
  }, [place]);
  const navigate = useNavigate({ from: "/t/$team/" });
  const { role } = useTeam();
  const change = useCallback(
    (patch: Partial<RankingSearch>) =>
      void navigate({ search: (before) => ({ ...before, ...patch }), replace: true }),
    [navigate],
  );
  return (
    <RankingView
      key={team}
      team={team}
      search={search}
      role={role}
      change={change}
      sinceRelease={
        <Suspense>
          <SinceRelease team={team} />
        </Suspense>
      }
      saveView={
        <ViewControl
          page="ranking"
          search={place}
          team={team}
          role={role}
          onView={(view) =>
            void navigate({ search: (before) => ({ ...before, view }), replace: true })
          }
        />
      }
      onOpen={(id) => void navigate({ to: "/t/$team/c/$id", params: { team, id } })}
      onReview={(id) => void navigate({ to: "/t/$team/c/$id/review", params: { team, id } })}
      onCompare={(ids) => {
        const { scope, preset, weights } = search;
        const asked = { ids: ids.join(","), scope, preset, weights };
        void navigate({ to: "/t/$team/compare", params: { team }, search: asked });
      }}
    />
  );
}
