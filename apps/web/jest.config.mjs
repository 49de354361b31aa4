import base from "../../jest.base.mjs";

export default {
  ...base,
  displayName: "web",
  testEnvironment: "jest-fixed-jsdom",
  roots: ["<rootDir>/src"],
  setupFiles: ["<rootDir>/src/test/setup.mjs"],
  moduleNameMapper: {
    "\\.module\\.css$": "<rootDir>/src/test/css-module.mjs",
    ...base.moduleNameMapper,
  },
};
