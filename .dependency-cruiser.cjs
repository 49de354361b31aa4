/** Who may import whom. `$1` is the module or feature at hand, so that a new one is covered by itself. */
const rule = (name, from, to) => ({ name, severity: "error", from, to });

module.exports = {
  forbidden: [
    rule("no-cycles", {}, { circular: true }),
    rule("shared-stands-alone", { path: "^packages/shared/src" }, { path: "^apps/" }),
    rule(
      "shared-is-pure",
      { path: "^packages/shared/src", pathNot: "\\.test\\.ts$" },
      { dependencyTypes: ["core", "npm"], pathNot: "node_modules/zod/" },
    ),
    rule(
      "platform-knows-no-module",
      { path: "^apps/api/src/platform/" },
      { path: "^apps/api/src/(modules|setup)/" },
    ),
    rule(
      "only-platform-holds-the-pen",
      { path: "^apps/api/src/", pathNot: "^apps/api/src/platform/" },
      {
        path: "^apps/api/src/platform/(prisma|team-scope)\\.ts$",
        dependencyTypesNot: ["type-only"],
      },
    ),
    rule(
      "modules-enter-by-the-door",
      { path: "^apps/api/src/modules/([^/]+)/", pathNot: "\\.test\\.ts$" },
      {
        path: "^apps/api/src/modules/",
        pathNot: ["^apps/api/src/modules/$1/", "\\.(service|module|source)\\.ts$"],
      },
    ),
    rule(
      "modules-know-no-setup",
      { path: "^apps/api/src/modules/", pathNot: "\\.test\\.ts$" },
      { path: "^apps/api/src/setup/" },
    ),
    rule(
      "features-do-not-meet",
      { path: "^apps/web/src/features/([^/]+)/", pathNot: "\\.test\\.tsx?$" },
      { path: "^apps/web/src/(app|features)/", pathNot: "^apps/web/src/features/$1/" },
    ),
    rule(
      "ui-and-lib-know-no-feature",
      { path: "^apps/web/src/(ui|lib|i18n)/" },
      { path: "^apps/web/src/(app|features)/" },
    ),
    rule("web-and-api-meet-in-shared", { path: "^apps/web/" }, { path: "^apps/api/" }),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(/dist/|/generated/)" },
    tsPreCompilationDeps: true,
    detectJSDocImports: false,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "default"],
      extensions: [".ts", ".tsx", ".mjs", ".js"],
    },
    extraExtensionsToScan: [".css"],
  },
};
