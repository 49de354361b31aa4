import { Assignment, AssignmentReport } from "@highwater/shared/assignments/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { api } from "../../lib/api";
import { idempotencyKeys } from "../../lib/idempotency-key";
import { notify } from "../../ui/notify";
import { undoToast } from "../../ui/undo-toast";
import { assignmentQuery, type Chosen, type Evenly, named } from "./queries";

const heads = ["assignments", "reviews", "candidates", "ranking"];

function useDeed<Input, Answer>(act: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSettled: () =>
      Promise.all(heads.map((head) => client.invalidateQueries({ queryKey: [head] }))),
  });
}

export type Wanted = { memberIds: string[]; dueOn: string | null } | { auto: Evenly };

/** Assigns, and offers the way back. */
export function useAssign(chosen: Chosen, onDone: () => void) {
  const { t } = useTranslation("assignments");
  const [keys] = useState(idempotencyKeys);
  const undo = useDeed((id: string) =>
    api.post(`/assignments/${id}/undo`, undefined, AssignmentReport),
  );
  const assign = useDeed((wanted: Wanted) => {
    const input =
      "auto" in wanted
        ? { auto: { ...named(chosen), ...wanted.auto } }
        : { ...named(chosen), ...wanted };
    return api.post("/assignments", input, AssignmentReport, { idempotencyKey: keys.of(input) });
  });
  const back = (id: string) =>
    undo.mutate(id, {
      onSuccess: ({ made }) => notify.done(t("undone", { count: made })),
      onError: notify.failed,
    });
  const run = (wanted: Wanted) =>
    assign.mutate(wanted, {
      onSuccess: ({ id, made }) => {
        keys.spend();
        onDone();
        if (made > 0 && id) undoToast(t("made", { count: made }), () => back(id));
        else notify.done(t("dialog.none"));
      },
    });
  return { run, busy: assign.isPending, error: assign.error };
}

/** `etag` where the edit began from what was on screen; else from what there is now. */
export function useSetDue(id: string) {
  const client = useQueryClient();
  return useDeed(async ({ dueOn, etag }: { dueOn: string | null; etag: string | undefined }) => {
    const ifMatch = etag ?? (await client.fetchQuery(assignmentQuery(id))).etag;
    const options = ifMatch === undefined ? {} : { ifMatch };
    return api.patch(`/assignments/${id}`, { dueOn }, Assignment, options);
  });
}

export const useRemove = () =>
  useDeed((id: string) => api.delete(`/assignments/${id}`, undefined, z.unknown()));
