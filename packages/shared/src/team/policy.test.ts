import { isLastOwner, mayRemove, maySuspend } from "./policy.js";

const member = (id: string, role: "viewer" | "reviewer" | "admin" | "owner") => ({
  id,
  role,
  suspendedAt: null as string | null,
  removedAt: null as string | null,
});
const as = (memberId: string, role: "viewer" | "reviewer" | "admin" | "owner") => ({
  memberId,
  role,
});

test("owners who are suspended or removed don't keep another from being the last", () => {
  const [ada, bo, cy] = [member("ada", "owner"), member("bo", "owner"), member("cy", "owner")];
  expect(isLastOwner("ada", [ada, bo])).toBe(false);
  bo.suspendedAt = "2026-01-01";
  cy.removedAt = "2026-01-01";
  expect(isLastOwner("ada", [ada, bo, cy])).toBe(true);
  expect(isLastOwner("bo", [ada, bo, cy])).toBe(false);
});

test("nobody suspends themselves, and only owners suspend owners", () => {
  expect(maySuspend(as("ada", "owner"), member("ada", "owner"))).toBe(false);
  expect(maySuspend(as("ada", "owner"), member("bo", "owner"))).toBe(true);
  expect(maySuspend(as("am", "admin"), member("bo", "owner"))).toBe(false);
  expect(maySuspend(as("am", "admin"), member("al", "admin"))).toBe(true);
  expect(maySuspend(as("re", "reviewer"), member("vi", "viewer"))).toBe(false);
});

test("everybody may leave; nobody below an admin removes another", () => {
  expect(mayRemove(as("vi", "viewer"), member("vi", "viewer"))).toBe(true);
  expect(mayRemove(as("re", "reviewer"), member("vi", "viewer"))).toBe(false);
  expect(mayRemove(as("am", "admin"), member("re", "reviewer"))).toBe(true);
  expect(mayRemove(as("am", "admin"), member("ow", "owner"))).toBe(false);
});
