export default {
  projects: [
    "<rootDir>/packages/shared/jest.config.mjs",
    "<rootDir>/apps/api/jest.config.mjs",
    "<rootDir>/apps/web/jest.config.mjs",
  ],
};
