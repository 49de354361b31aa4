/** A wide table that holds nothing to focus is scrolled by the arrow keys all the same. */
export const byKeys = { viewportProps: { tabIndex: 0 } } as const;
