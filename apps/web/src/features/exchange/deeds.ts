import {
  type CheckInput,
  type DuplicateChoice,
  Import,
  ImportRow,
  type ImportRows,
  type ShapeInput,
} from "@highwater/shared/exchange/contract";
import { type InfiniteData, useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../../lib/api";
import { notify } from "../../ui/notify";
import { importQuery, importsQuery } from "./queries";

/** The answer of every deed is the import as it stands now. */
function useKeep() {
  const client = useQueryClient();
  return (one: Import) => {
    client.setQueryData(importQuery(one.id).queryKey, one);
    void client.invalidateQueries({ queryKey: importsQuery().queryKey, exact: true });
  };
}

/** Reads the file again by what a person says about it. */
export function useReshape(id: string) {
  const keep = useKeep();
  return useMutation({
    mutationFn: (input: ShapeInput) => api.patch(`/imports/${id}`, input, Import),
    onSuccess: keep,
  });
}

export function useCheck(id: string) {
  const client = useQueryClient();
  const keep = useKeep();
  return useMutation({
    mutationFn: (input: CheckInput) => api.post(`/imports/${id}/check`, input, Import),
    onSuccess: (one) => {
      client.removeQueries({ queryKey: ["imports", id, "rows"] });
      keep(one);
    },
  });
}

export function useCommit(id: string) {
  const keep = useKeep();
  return useMutation({
    mutationFn: (duplicates: DuplicateChoice) =>
      api.post(`/imports/${id}/commit`, { duplicates }, Import),
    onSuccess: keep,
  });
}

export function useCancel(id: string) {
  const keep = useKeep();
  return useMutation({
    mutationFn: () => api.post(`/imports/${id}/cancel`, undefined, Import),
    onSuccess: keep,
    onError: notify.failed,
  });
}

export function useUndoImport() {
  const keep = useKeep();
  return useMutation({
    mutationFn: (id: string) => api.post(`/imports/${id}/undo`, undefined, Import),
    onSuccess: keep,
    onError: notify.failed,
  });
}

const withChoice = (
  data: InfiniteData<ImportRows, number> | undefined,
  row: number,
  choice: DuplicateChoice | null,
) =>
  data && {
    ...data,
    pages: data.pages.map((page) => ({
      ...page,
      items: page.items.map((item) => (item.row === row ? { ...item, choice } : item)),
    })),
  };

/** What happens to one duplicate; null lets it follow the choice for all. */
function moved(one: Import, former: DuplicateChoice | null, next: DuplicateChoice | null): Import {
  const chosen = { ...one.chosen };
  if (former) chosen[former] -= 1;
  if (next) chosen[next] += 1;
  return { ...one, chosen };
}

export function useChoose(id: string) {
  const client = useQueryClient();
  const queryKey = ["imports", id, "rows", "duplicate"];
  return useMutation({
    mutationFn: ({ row, choice }: { row: number; choice: DuplicateChoice | null }) =>
      api.patch(`/imports/${id}/rows/${row}`, { choice }, ImportRow),
    onMutate: ({ row, choice }) => {
      const lists = client.getQueriesData<InfiniteData<ImportRows, number>>({ queryKey });
      const rows = lists.flatMap(([, data]) => data?.pages.flatMap(({ items }) => items) ?? []);
      const former = rows.find((one) => one.row === row)?.choice ?? null;
      client.setQueryData(importQuery(id).queryKey, (one) => one && moved(one, former, choice));
      client.setQueriesData<InfiniteData<ImportRows, number>>({ queryKey }, (data) =>
        withChoice(data, row, choice),
      );
    },
    onError: (error) => {
      notify.failed(error);
      void client.invalidateQueries({ queryKey: importQuery(id).queryKey });
    },
  });
}
