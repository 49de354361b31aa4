import type { InputError } from "@highwater/shared/kernel/problem";
import type { Rubric } from "@highwater/shared/rubrics/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { isProblem } from "../../lib/api-problem";
import { type DraftSaver, isOvertaken } from "./draft-saver";
import { isAsSigned } from "./draft-state";
import { signReview } from "./queries";
import { missing } from "./use-scoring";

interface SigningOptions {
  candidateId: string;
  rubric: Rubric;
  saver: DraftSaver;
  /** Called with what stands in the way, in the rubric's order. */
  onIncomplete: (errors: InputError[]) => void;
}

const isSigned = (saver: DraftSaver) => isAsSigned(saver.state());

/** Signs what is on screen: saved first, then signed as saved. Tells whether it is signed now. */
export function useSigning({ candidateId, rubric, saver, onIncomplete }: SigningOptions) {
  const client = useQueryClient();
  const post = useMutation({ ...signReview(client, candidateId), networkMode: "always" });

  async function signSaved(again = true): Promise<boolean> {
    try {
      saver.tell({ type: "signed", base: await post.mutateAsync(saver.state().base?.etag) });
      return true;
    } catch (error) {
      if (again && isOvertaken(error)) {
        await saver.meet();
        return saver.state().trouble === null && (isSigned(saver) || signSaved(false));
      }
      if (isProblem(error) && error.errors.length > 0) onIncomplete(error.errors);
      return false;
    }
  }

  async function sign(): Promise<boolean> {
    if (post.isPending) return false;
    const errors = missing(saver.state().sheet, rubric);
    if (errors.length > 0) {
      onIncomplete(errors);
      return false;
    }
    if (isSigned(saver)) return true;
    return (await saver.flush()) && signSaved();
  }

  const shown = isProblem(post.error) && (post.error.errors.length > 0 || isOvertaken(post.error));
  return { sign, signing: post.isPending, problem: shown ? null : post.error };
}
