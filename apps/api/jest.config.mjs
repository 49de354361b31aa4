import base from "../../jest.base.mjs";

export default {
  ...base,
  displayName: "api",
  testEnvironment: "node",
  roots: ["<rootDir>/src", "<rootDir>/test"],
  testMatch: ["**/*.test.ts"],
  moduleNameMapper: {
    ...base.moduleNameMapper,
    "^content-disposition$": "<rootDir>/test/content-disposition.cjs",
  },
};
