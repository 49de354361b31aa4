import { type CaptureInput, Entered } from "@highwater/shared/candidates/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../../../lib/api";

/** All of them, or none. */
export function useCapture() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ input, key }: { input: CaptureInput; key: string }) =>
      api.post("/candidates/capture", input, Entered, { idempotencyKey: key }),
    onSuccess: () =>
      Promise.all(
        ["candidates", "ranking"].map((head) => client.invalidateQueries({ queryKey: [head] })),
      ),
  });
}
