/** Where to go after signing in; only a path of this site, never another origin. */
export const safeReturn = (path: string | undefined): string =>
  path?.startsWith("/") && !/^\/[/\\]/.test(path) ? path : "/";
