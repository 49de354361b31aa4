/** An error the reader can act upon: its message is one whole sentence and is shown without a stack trace. */
export class Failure extends Error {}

/**
 * @param {unknown} error
 * @returns {string}
 */
export function reason(error) {
  if (error instanceof AggregateError && error.errors.length > 0) return reason(error.errors[0]);
  return error instanceof Error ? error.message || String(error) : String(error);
}
