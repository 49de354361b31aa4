import fc from "fast-check";
import { type Piece, records } from "./records.js";

const lists = new Set(["candidates", "files"]);

async function* pieces(text: string, cuts: readonly number[]): AsyncGenerator<string> {
  const places = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].sort((a, b) => a - b);
  for (const [at, from] of [0, ...places].entries()) yield text.slice(from, places[at]);
}

async function read(text: string, cuts: readonly number[] = []): Promise<Piece[]> {
  const found: Piece[] = [];
  for await (const piece of records(pieces(text, cuts), lists)) found.push(piece);
  return found;
}

test("law: whatever stands in it and wherever it is cut, each member and each entry comes as it was", async () => {
  const entries = fc.array(fc.jsonValue(), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        head: fc.jsonValue(),
        candidates: entries,
        between: fc.jsonValue(),
        files: entries,
        digest: fc.string(),
      }),
      fc.array(fc.nat(5_000), { maxLength: 30 }),
      fc.constantFrom(undefined, 2),
      async (value, cuts, indent) => {
        const text = JSON.stringify(value, null, indent);
        const { head, candidates, between, files, digest } = JSON.parse(text) as typeof value;
        const listed = (key: string, items: unknown[]) =>
          items.map((item) => ({ key, value: item }));
        expect(await read(text, cuts)).toEqual([
          { key: "head", value: head },
          ...listed("candidates", candidates),
          { key: "between", value: between },
          ...listed("files", files),
          { key: "digest", value: digest },
        ]);
      },
    ),
  );
});

test.each(["", "{", '{"candidates":[', '{"candidates":[{"a":1}', '{"candidates":[{"a":"x\\'])(
  "%j ends in the middle, and says so",
  async (text) => {
    await expect(read(text)).rejects.toMatchObject({ code: "imports.broken_off" });
  },
);

test("what is no JSON is named by its place", async () => {
  await expect(read('{"candidates":[{"a":1},{"a":}]}')).rejects.toMatchObject({
    code: "imports.broken_json",
    message: expect.stringContaining("Entry 2 of “candidates”"),
  });
});
