import { QueueMode } from "@highwater/shared/reviews/contract";
import { recall, remember } from "../../lib/remembered";

const key = (memberId: string) => `hw-queue-mode-${memberId}`;

/** The order in which this member works through the queue, as they chose it last in this browser. */
export const recallMode = (memberId: string): QueueMode =>
  QueueMode.catch("assigned").parse(recall(key(memberId)));

export const rememberMode = (memberId: string, mode: QueueMode) => remember(key(memberId), mode);
