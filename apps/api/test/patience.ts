import { jest } from "@jest/globals";

/** A house is a real server over a real database: on a busy machine it may take its time. */
jest.setTimeout(60_000);
