import { Import, maxImportBytes } from "@highwater/shared/exchange/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { api } from "../../lib/api";
import { importQuery, importsQuery } from "./queries";

/** What the browser itself can tell about a file, before a byte is sent. */
export const refusedAtSight = ({ size }: Blob): "tooBig" | "empty" | undefined =>
  size > maxImportBytes ? "tooBig" : size === 0 ? "empty" : undefined;

/** Sends one file; another try, or `stop`, ends the one before. */
export function useUpload(onBegun: (id: string) => void) {
  const client = useQueryClient();
  const sending = useRef<AbortController | undefined>(undefined);
  const upload = useMutation({
    mutationFn: async (file: File) => {
      const refused = refusedAtSight(file);
      if (refused) throw new Error(refused);
      sending.current?.abort();
      sending.current = new AbortController();
      const { signal } = sending.current;
      return api.upload("/imports", file, Import, { query: { name: file.name }, signal });
    },
    onSuccess: (begun) => {
      client.setQueryData(importQuery(begun.id).queryKey, begun);
      void client.invalidateQueries({ queryKey: importsQuery().queryKey, exact: true });
      onBegun(begun.id);
    },
  });
  return { upload, stop: () => sending.current?.abort() };
}
