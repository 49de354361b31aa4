export const merges = {};
