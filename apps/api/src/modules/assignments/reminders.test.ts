import type { Client } from "../../../test/client.js";
import { type House, openHouse, replicaOf } from "../../../test/house.js";
import { makeReviewable, sign } from "../../../test/make.js";
import { RemindersService } from "./reminders.service.js";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
beforeEach(() => house.sql('delete from "Assignment"'));
afterAll(() => house.close());

const remind = () => house.app.get(RemindersService).remind();
const day = (from: number) => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10);
async function assign(to: Client[], dueOn: string | null, count = 1) {
  const made = await Promise.all(Array.from({ length: count }, () => makeReviewable(house.owner)));
  const candidateIds = made.map(({ id }) => id);
  await house.admin.post("/assignments", {
    candidateIds,
    memberIds: to.map(({ memberId }) => memberId),
    dueOn,
  });
  return candidateIds;
}
const toldTo = async (member: Client) =>
  house.sql(
    `select a.verb, (a.after ->> 'candidates')::int as candidates, a."memberIds" = array[n."memberId"] as private
       from "Notification" n join "Activity" a on a."teamId" = n."teamId" and a.id = n."activityId"
      where n."memberId" = $1 and n.kind = 'due' order by n."createdAt"`,
    [member.memberId],
  );

test("whoever has a day left is told once for all that falls due, and once more when it is late", async () => {
  const ids = await assign([house.second], day(1), 3);
  await assign([house.second, house.third], day(9));
  await assign([house.second], null);
  await remind();
  await remind();
  expect(await toldTo(house.second)).toEqual([
    { verb: "assignments.due", candidates: 3, private: true },
  ]);
  expect(await toldTo(house.third)).toEqual([]);
  await house.sql('update "Assignment" set "dueOn" = $2 where "candidateId" = any($1)', [
    ids.slice(0, 2),
    day(-1),
  ]);
  await remind();
  await remind();
  expect((await toldTo(house.second)).slice(1)).toEqual([
    { verb: "assignments.overdue", candidates: 2, private: true },
  ]);
});

test("who took it on themselves is told too; who has signed, abstained or stepped back is not", async () => {
  const [own = ""] = [(await makeReviewable(house.owner)).id];
  const self = { candidateIds: [own], memberIds: [house.reviewer.memberId], dueOn: day(0) };
  await house.reviewer.post("/assignments", self);
  const [id = ""] = await assign([house.owner, house.admin, house.third], day(-3));
  await sign(house.owner, id, [3, 3, 3, 3, 3]);
  await house.admin.put(`/candidates/${id}/set-aside`, { kind: "abstain", reason: "No." });
  await house.third.post(`/candidates/${id}/recusal`, {});
  await remind();
  expect(await toldTo(house.reviewer)).toHaveLength(1);
  for (const member of [house.owner, house.admin, house.third])
    expect(await toldTo(member)).toEqual([]);
});

test("two replicas at once tell once", async () => {
  const other = await replicaOf(house);
  await assign([house.admin, house.third], day(0), 2);
  await Promise.all(
    [1, 2, 3, 4].flatMap(() => [remind(), other.app.get(RemindersService).remind()]),
  );
  expect(await toldTo(house.admin)).toHaveLength(1);
  expect(await toldTo(house.third)).toHaveLength(1);
  await other.close();
});
