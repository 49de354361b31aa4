import { jest } from "@jest/globals";

/** A machine that does much else at the same time is slow, and not wrong: a house is a real server over a real database. */
jest.setTimeout(60_000);
