import { RankingBoard, readBoard } from "@highwater/shared/ranking/board";
import type { Scope } from "@highwater/shared/ranking/contract";
import { queryOptions } from "@tanstack/react-query";
import { api } from "../../../lib/api";

/** All that ranks, by columns: asked once, ranked here. */
export const boardQuery = (scope: Scope) =>
  queryOptions({
    queryKey: ["ranking", "board", scope],
    queryFn: async ({ signal }) =>
      readBoard(await api.get("/ranking/board", RankingBoard, { query: { scope }, signal })),
    structuralSharing: false,
  });
