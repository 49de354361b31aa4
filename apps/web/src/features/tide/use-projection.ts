import type { TideBoard } from "@highwater/shared/tide/board";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState } from "react";
import { projectionQuery } from "./queries";
import type { Question } from "./search";
import { type Row, simulate } from "./simulate";

/** Beyond so many pairs of candidate and release the page would lose frames. */
const heavy = 50_000;

interface Answer {
  rows: readonly Row[];
  /** Another answer is on its way. */
  busy: boolean;
  /** How much of it is done, 0-1, where that is known. */
  share?: number;
}

const none: readonly Row[] = [];

/** By a worker, one question at a time: while it computes, only the latest question waits. */
function useWorker(board: TideBoard, question: Question | null): Answer {
  const [answer, setAnswer] = useState<Answer>({ rows: none, busy: true });
  const state = useRef<{ worker: Worker; next: Question | null; busy: boolean } | null>(null);
  const used = question !== null;
  useEffect(() => {
    if (!used) return;
    const worker = new Worker(new URL("./projection.worker.ts", import.meta.url), {
      type: "module",
    });
    const own = { worker, next: null as Question | null, busy: false };
    state.current = own;
    worker.postMessage({ board });
    worker.onmessage = ({ data }: MessageEvent<{ rows: Row[] } | { share: number }>) => {
      if ("share" in data) {
        setAnswer(({ rows }) => ({ rows, busy: true, share: data.share }));
        return;
      }
      setAnswer({ rows: data.rows, busy: own.next !== null });
      own.busy = own.next !== null;
      if (own.next) worker.postMessage({ question: own.next });
      own.next = null;
    };
    return () => worker.terminate();
  }, [board, used]);
  useEffect(() => {
    const own = state.current;
    if (!own || !question) return;
    if (own.busy) {
      own.next = question;
      return;
    }
    own.busy = true;
    setAnswer(({ rows }) => ({ rows, busy: true, share: 0 }));
    own.worker.postMessage({ question });
  }, [question]);
  return answer;
}

/**
 * What a question does to the board: at once where the browser can, by a worker where it is much, by the server where
 * the viewer has stepped back from a candidate and so can't know all ranks.
 */
export function useProjection(board: TideBoard, question: Question | null): Answer {
  const served = board.recused > 0;
  const size = board.candidates.length * Math.max(1, question?.releaseIds.length ?? 1);
  const far = size > heavy;
  const [settled] = useDebouncedValue(question, 200);
  const server = useQuery({
    ...projectionQuery(board.scope, settled ?? nothing),
    enabled: served && settled !== null,
  });
  const worker = useWorker(board, !served && far ? question : null);
  const here = useMemo(
    () => (served || far || !question ? none : simulate(board, question)),
    [board, question, served, far],
  );
  if (served) return { rows: server.data?.items ?? none, busy: server.isFetching };
  return far && question ? worker : { rows: here, busy: false };
}

const nothing: Question = { releaseIds: [], likelihoods: {}, months: 0, base: 2, period: 18 };
