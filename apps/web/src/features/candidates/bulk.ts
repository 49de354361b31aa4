import { type BulkChange, BulkReport } from "@highwater/shared/candidates/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../lib/api";
import { idempotencyKeys } from "../../lib/idempotency-key";
import { notify } from "../../ui/notify";
import { undoToast } from "../../ui/undo-toast";
import type { PipelineSearch } from "./pipeline-search";

/** By id, or all that the filter selects. */
export type Chosen = { ids: string[] } | { filter: Omit<PipelineSearch, "sort"> };

const heads = ["candidates", "ranking", "reviews", "stages"];

function useDeed<Input>(act: (input: Input) => Promise<BulkReport>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onError: notify.failed,
    onSettled: () =>
      Promise.all(heads.map((head) => client.invalidateQueries({ queryKey: [head] }))),
  });
}

/** Changes many at once, offers the way back, and keeps the report of what was skipped. */
export function useBulk(onDone: () => void) {
  const { t } = useTranslation("pipeline");
  const [keys] = useState(idempotencyKeys);
  const [report, setReport] = useState<BulkReport>();
  const back = useDeed((id: string) =>
    api.post(`/candidates/bulk/${id}/undo`, undefined, BulkReport),
  );
  const edit = useDeed((input: Chosen & { change: BulkChange }) =>
    api.post("/candidates/bulk", input, BulkReport, { idempotencyKey: keys.of(input) }),
  );
  const shown = (answer: BulkReport) =>
    setReport(answer.skipped.some(({ code }) => code !== unchanged) ? answer : undefined);
  const undo = (id: string) =>
    back.mutate(id, {
      onSuccess: (answer) => {
        notify.done(t("bulk.undone", { count: answer.changed }));
        shown(answer);
      },
    });
  const run = (chosen: Chosen, change: BulkChange) =>
    edit.mutate(
      { ...chosen, change },
      {
        onSuccess: (answer) => {
          keys.spend();
          onDone();
          shown(answer);
          if (answer.changed === 0) notify.done(t("bulk.none"));
          else undoToast(t("bulk.changed", { count: answer.changed }), () => undo(answer.id));
        },
      },
    );
  return { run, busy: edit.isPending, report, close: () => setReport(undefined) };
}

const unchanged = "candidates.unchanged";
