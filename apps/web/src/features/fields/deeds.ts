import { Field, type FieldInput, type FieldPatch } from "@highwater/shared/fields/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../../lib/api";
import { fieldQuery } from "./queries";

/** Added one after the other: they stand in this order. */
export function useAddFields() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (inputs: readonly FieldInput[]) => {
      for (const input of inputs) await api.post("/fields", input, Field);
    },
    onSettled: () => client.invalidateQueries({ queryKey: ["fields"] }),
  });
}

/** `etag` where the edit began from what was on screen; else from what there is now. */
export function useEditField(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ patch, etag }: { patch: FieldPatch; etag?: string | undefined }) => {
      const ifMatch = etag ?? (await client.fetchQuery(fieldQuery(id))).etag;
      return api.patch(`/fields/${id}`, patch, Field, ifMatch === undefined ? {} : { ifMatch });
    },
    onSettled: () => client.invalidateQueries({ queryKey: ["fields"] }),
  });
}
