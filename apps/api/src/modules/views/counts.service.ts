import { Problem } from "@highwater/shared/kernel/problem";
import type { Actor } from "@highwater/shared/team/contract";
import type { ViewPage } from "@highwater/shared/views/contract";
import { readViewQuery, type ViewQuery } from "@highwater/shared/views/query";
import { Injectable } from "@nestjs/common";
import { CandidatesService } from "../candidates/candidates.service.js";
import { RankingService } from "../ranking/ranking.service.js";

interface Query {
  page: ViewPage;
  query: string;
}

/** How many the viewer finds in each view: asked of the pages' own sources, all of a page at once. */
@Injectable()
export class CountsService {
  constructor(
    private readonly candidates: CandidatesService,
    private readonly ranking: RankingService,
  ) {}

  async of(actor: Actor, views: readonly Query[]): Promise<(number | null)[]> {
    const [pipeline, ranking] = await Promise.all([
      countsOf(views, "pipeline", (asked) =>
        this.candidates.counts(
          actor,
          asked.map(({ archived = false, ...filter }) => ({ ...filter, archived })),
        ),
      ),
      countsOf(views, "ranking", (asked) => this.ranking.counts(actor, asked)),
    ]);
    const counts = { pipeline, ranking };
    return views.map(({ page, query }) => counts[page].get(query) ?? null);
  }
}

/** The counts of one page's views, by their query; equal queries are asked once. */
async function countsOf<P extends ViewPage>(
  views: readonly Query[],
  page: P,
  count: (asked: ViewQuery<P>[]) => Promise<(number | null)[]>,
): Promise<Map<string, number | null>> {
  const queries = new Set(views.filter((view) => view.page === page).map(({ query }) => query));
  const readable = [...queries].flatMap((query) => {
    const asked = read(page, query);
    return asked ? [{ query, asked }] : [];
  });
  const counts = await count(readable.map(({ asked }) => asked));
  return new Map(readable.map(({ query }, at) => [query, counts[at] ?? null]));
}

/** What was saved long ago may hold what its page knows no more. */
function read<P extends ViewPage>(page: P, query: string): ViewQuery<P> | null {
  try {
    return readViewQuery(page, query);
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}
