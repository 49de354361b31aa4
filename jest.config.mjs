export default {
  projects: ["<rootDir>/packages/shared/jest.config.mjs"],
};
