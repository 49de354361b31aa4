type Word<T> = T extends string ? string : Twin<T>;

/** The same keys in Chinese; it has one plural form, so `x_one` has no twin. */
export type Twin<T> = {
  [K in keyof T as K extends `${string}_one` ? never : K]: Word<T[K]>;
};
