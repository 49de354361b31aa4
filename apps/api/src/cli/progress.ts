const width = 24;

/** How far a work is, as a terminal draws it; without a total only how much is done. */
export function bar(done: number, total: number | null): string {
  if (total === null || total === 0) return `${done} rows`;
  const share = Math.min(1, done / total);
  const full = Math.round(share * width);
  const percent = String(Math.floor(share * 100)).padStart(3);
  return `${"█".repeat(full)}${"░".repeat(width - full)} ${percent} %  ${done} of ${total} rows`;
}

/** One line on stderr that each next one replaces, where somebody watches; an empty one wipes it. */
export function tell(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${line}`);
}
