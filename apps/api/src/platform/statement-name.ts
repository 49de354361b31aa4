const named = /^\s*\/\* prepared: ([a-z ]+) \*\//;

/** A statement that begins with such a comment keeps its plan, session by session: for deeds that are done all day. */
export const nameOf = (text: string): string | undefined => named.exec(text)?.[1];
