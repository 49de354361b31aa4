import base from "../../jest.base.mjs";

export default {
  ...base,
  displayName: "shared",
  testEnvironment: "node",
  roots: ["<rootDir>/src"],
  testMatch: ["**/*.test.ts"],
};
