import { forget, recall, remember } from "../../../lib/remembered";

/** Pasted text stays in this browser until it is entered or emptied; a member belongs to one team. */
const key = (memberId: string) => `hw-pasted:${memberId}`;

export const keptText = (memberId: string) => recall(key(memberId)) ?? "";

export const keepText = (memberId: string, text: string) =>
  text === "" ? forget(key(memberId)) : remember(key(memberId), text);
