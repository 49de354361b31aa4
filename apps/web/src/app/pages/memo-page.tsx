import { useSuspenseQueries } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import { MemoView } from "../../features/rounds/memo-view";
import { memoQuery, wordsQuery } from "../../features/rounds/queries";
import { useTeam } from "../../features/team/use-team";
import { currentLocale } from "../../i18n/i18n";

export function MemoPage() {
  const { id } = useParams({ from: "/t/$team/rounds/$id/memo" });
  const { edition = "internal", lang = currentLocale() } = useSearch({
    from: "/t/$team/rounds/$id/memo",
  });
  const { team } = useTeam();
  const [memo] = useSuspenseQueries({ queries: [memoQuery(id, edition), wordsQuery(lang)] });
  return <MemoView team={team} roundId={id} memo={memo.data} lang={lang} />;
}
