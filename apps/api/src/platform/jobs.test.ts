import { randomUUID } from "node:crypto";
import { type House, openHouse } from "../../test/house.js";
import { Jobs, type RunningJob } from "./jobs.js";
import { Journal, unrecorded } from "./journal.js";

let house: House;
let jobs: Jobs;
let teamId: string;
beforeAll(async () => {
  house = await openHouse();
  jobs = house.app.get(Jobs);
  const [team] = await house.sql(`select id from "Team"`);
  teamId = String(team?.["id"]);
});
afterAll(() => house.close());

/** Registers a kind of its own, whose jobs wait until the test lets them go. */
function kindOfJob(work: (job: RunningJob) => Promise<void>) {
  const kind = randomUUID();
  jobs.register(kind, work);
  const actor = { teamId, memberId: house.owner.memberId };
  return (lane: string = kind, subjectId: string = randomUUID()) =>
    house.app
      .get(Journal)
      .write(actor, async (tx) =>
        unrecorded({ id: await jobs.enqueue(tx, actor, { kind, lane, subjectId }), subjectId }),
      );
}

async function until(done: () => Promise<boolean> | boolean) {
  for (let tries = 0; tries < 100; tries++) {
    if (await done()) return;
    await new Promise((wake) => setTimeout(wake, 100));
  }
  throw new Error("It never came to that.");
}

const stateOf = async (id: string) => {
  const [row] = await house.sql(`select state, problem, attempts from "Job" where id = $1`, [id]);
  return row;
};

test("jobs of one lane run one after the other, in the order in which they were asked for", async () => {
  const told: string[] = [];
  const ask = kindOfJob(async ({ subjectId }) => {
    told.push(`begin ${subjectId}`);
    await new Promise((wake) => setTimeout(wake, 150));
    told.push(`end ${subjectId}`);
  });
  const asked = [await ask(), await ask(), await ask()];
  await until(() => told.length === 6);
  expect(told).toEqual(
    asked.flatMap(({ subjectId }) => [`begin ${subjectId}`, `end ${subjectId}`]),
  );
});

test("what waits is cancelled at once, what runs is told to stop", async () => {
  const ask = kindOfJob(
    ({ signal }) =>
      new Promise((_, refuse) => signal.addEventListener("abort", () => refuse(signal.reason))),
  );
  const [first, second] = [await ask(), await ask()];
  await until(async () => (await stateOf(first.id))?.["state"] === "running");
  expect(await jobs.cancel({ teamId }, second.subjectId)).toBe("cancelled");
  expect(await stateOf(second.id)).toMatchObject({ state: "cancelled", attempts: 0 });
  expect(await jobs.cancel({ teamId }, first.subjectId)).toBe("asked");
  await until(async () => (await stateOf(first.id))?.["state"] === "cancelled");
});

test("a job that throws has failed, and says why", async () => {
  const ask = kindOfJob(async () => {
    throw new Error("the file is gone");
  });
  const { id } = await ask();
  await until(async () => (await stateOf(id))?.["state"] === "failed");
  expect(await stateOf(id)).toMatchObject({ problem: "the file is gone", attempts: 1 });
});

test("a job whose process lost its session is begun again", async () => {
  let begun = 0;
  const ask = kindOfJob(async ({ signal }) => {
    begun += 1;
    if (begun > 1) return;
    await new Promise((_, refuse) => signal.addEventListener("abort", () => refuse(signal.reason)));
  });
  const { id } = await ask();
  await until(() => begun === 1);
  await house.sql(
    `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query like '%advisory%' and pid <> pg_backend_pid()`,
  );
  await until(async () => (await stateOf(id))?.["state"] === "done");
  expect(begun).toBe(2);
});
