import { View, type ViewInput, type ViewPatch } from "@highwater/shared/views/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import i18next from "i18next";
import { z } from "zod";
import { api } from "../../lib/api";
import { idempotencyKeys } from "../../lib/idempotency-key";
import { notify } from "../../ui/notify";
import { undoToast } from "../../ui/undo-toast";
import { viewQuery, viewsQuery } from "./queries";

function useDeed<Input, Result>(act: (input: Input) => Promise<Result>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSettled: () => client.invalidateQueries(viewsQuery()),
  });
}

const keys = idempotencyKeys();

export const useSaveView = () =>
  useDeed(async (input: ViewInput) => {
    const view = await api.post("/views", input, View, { idempotencyKey: keys.of(input) });
    keys.spend();
    return view;
  });

/** `etag` where the edit began from what was on screen; else from what there is now. */
export function useEditView(id: string) {
  const client = useQueryClient();
  return useDeed(async ({ patch, etag }: { patch: ViewPatch; etag?: string | undefined }) => {
    const ifMatch = etag ?? (await client.fetchQuery(viewQuery(id))).etag;
    try {
      return await api.patch(`/views/${id}`, patch, View, ifMatch === undefined ? {} : { ifMatch });
    } finally {
      void client.invalidateQueries({ queryKey: viewQuery(id).queryKey });
    }
  });
}

const removal = (id: string) => api.delete(`/views/${id}`, undefined, z.unknown());

/** One's own comes back as it was, by its maker; for 8 seconds on screen. */
export function useDeleteView() {
  const save = useSaveView();
  return useDeed(async ({ id, mine, name, page, query, shared }: View) => {
    await removal(id);
    const deleted = i18next.t("deleted", { ns: "views", name });
    if (!mine) return notify.done(deleted);
    undoToast(deleted, () =>
      save.mutate({ name, page, query, shared }, { onError: notify.failed }),
    );
  });
}
