import type { QueryClient } from "@tanstack/react-query";

/** What a move or a decision changes is asked again wherever it is shown. */
export const stale = (client: QueryClient) =>
  Promise.all(
    ["candidates", "ranking", "reviews", "stages"].map((head) =>
      client.invalidateQueries({ queryKey: [head] }),
    ),
  );
