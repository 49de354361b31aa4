import { Together } from "./together.js";

const turn = () => new Promise((wake) => setImmediate(wake));

test("who asks in one moment is asked for once, and the same but once; who comes later is answered by a later reading", async () => {
  const asked: number[][] = [];
  let finish = () => {};
  const together = new Together<number, string>(async (questions) => {
    asked.push([...questions]);
    await new Promise<void>((done) => {
      finish = done;
    });
    return questions.map((n) => `${n}`);
  });
  const first = [together.of(1), together.of(2), together.of(1)];
  await turn();
  const late = together.of(3);
  await turn();
  expect(asked).toEqual([[1, 2]]);
  finish();
  expect(await Promise.all(first)).toEqual(["1", "2", "1"]);
  await turn();
  finish();
  expect(await late).toBe("3");
  expect(asked).toEqual([[1, 2], [3]]);
});

test("a question that fails fails for those who asked it, and for nobody after them", async () => {
  let broken = true;
  const together = new Together<number, number>(async (questions) => {
    if (broken) throw new Error("lost");
    return questions;
  });
  await expect(together.of(1)).rejects.toThrow("lost");
  broken = false;
  expect(await together.of(2)).toBe(2);
});
