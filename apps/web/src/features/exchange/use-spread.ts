import type { Import } from "@highwater/shared/exchange/contract";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";

/** Once candidates have come or gone, whatever else shows them asks again. */
export function useSpread(one: Import | undefined) {
  const client = useQueryClient();
  const before = useRef(one?.state);
  useEffect(() => {
    const [was, is] = [before.current, one?.state];
    before.current = is;
    if (was === undefined || was === is || (is !== "committed" && is !== "undone")) return;
    void client.invalidateQueries({
      predicate: ({ queryKey }) => queryKey[0] !== "imports" && queryKey[0] !== "me",
    });
  }, [client, one?.state]);
}
