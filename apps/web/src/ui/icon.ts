/** Tabler icons are drawn at 16 px and stroke 1.6: `<IconPlus {...icon} />`. */
export const icon = { size: 16, stroke: 1.6, "aria-hidden": true } as const;
