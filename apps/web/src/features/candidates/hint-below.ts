/** Beside a field without a hint the inputs stay in line. */
export const hintBelow: ("label" | "input" | "error" | "description")[] = [
  "label",
  "input",
  "error",
  "description",
];
