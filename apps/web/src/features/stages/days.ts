/** How long a watch may wait; the usual time is the server's own. */
export const waits = [30, 90, 180] as const;
export const usualWait = 90;

/** The date in so many days, by the clock of whoever asks; null leaves the usual wait to the server. */
export function nextLookIn(days: number): string | null {
  if (days === usualWait) return null;
  const now = new Date();
  const there = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, 12);
  const two = (part: number) => String(part).padStart(2, "0");
  return `${there.getFullYear()}-${two(there.getMonth() + 1)}-${two(there.getDate())}`;
}
