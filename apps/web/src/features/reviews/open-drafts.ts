import type { ReviewInput } from "@highwater/shared/reviews/contract";
import type { QueryClient } from "@tanstack/react-query";
import { createSaver, type DraftSaver } from "./draft-saver";
import { begin, isDirty } from "./draft-state";
import { keepCopy, readCopy } from "./local-copy";
import { getMine, putMine } from "./mine";

/** Drafts outlive their page until the server has them, so there is never a second saver of one. */
const open = new Map<string, DraftSaver>();

export async function openDraft(client: QueryClient, memberId: string, candidateId: string) {
  const key = `${memberId}:${candidateId}`;
  const left = open.get(key);
  if (left && isDirty(left.state())) return left;
  const [server, copy] = await Promise.all([getMine(candidateId), readCopy(memberId, candidateId)]);
  const saver = createSaver(begin(server, copy), {
    put: (input, etag) => put(client, candidateId, input, etag),
    get: () => getMine(candidateId),
    keep: (kept) => keepCopy(memberId, candidateId, kept),
  });
  open.set(key, saver);
  return saver;
}

/** Through the mutation cache, which sends whose session has ended to the sign-in page. */
const put = (client: QueryClient, id: string, input: ReviewInput, etag: string | undefined) =>
  client
    .getMutationCache()
    .build(client, {
      mutationFn: () => putMine(id, input, etag),
      networkMode: "always",
      retry: false,
    })
    .execute(undefined);
