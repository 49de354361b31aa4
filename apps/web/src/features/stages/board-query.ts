import { Board } from "@highwater/shared/stages/board";
import { queryOptions } from "@tanstack/react-query";
import { api } from "../../lib/api";
import type { BoardSearch } from "./search";

export const boardQuery = (search: BoardSearch) =>
  queryOptions({
    queryKey: ["stages", "board", search],
    queryFn: ({ signal }) => api.get("/stages/board", Board, { query: search, signal }),
  });
