/** What a check found, and what is to be done where it isn't well. */
export interface Finding {
  check: string;
  state: "ok" | "warning" | "problem";
  detail: string;
  todo: string | null;
}

export const finding = (
  check: string,
  state: Finding["state"],
  detail: string,
  todo?: string,
): Finding => ({ check, state, detail, todo: state === "ok" ? null : (todo ?? null) });
