import { request } from "node:http";
import type { ProblemBody } from "@highwater/shared/kernel/contract";
import { Controller, Get, Module } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { FastifyAdapter, type NestFastifyApplication } from "@nestjs/platform-fastify";
import { z } from "zod";
import { Client } from "../../test/client.js";
import { type House, openHouse } from "../../test/house.js";
import { AppModule } from "../app.module.js";
import { Open } from "./access.js";
import { Answers } from "./answers.js";
import { Config } from "./config.js";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const members = ["type", "title", "status", "detail", "code", "instance"];

function expectProblem(
  answer: { status: number; body: unknown; headers: Headers },
  status: number,
) {
  expect(answer.status).toBe(status);
  expect(answer.headers.get("content-type")).toMatch(/^application\/problem\+json/);
  const body = answer.body as ProblemBody;
  expect(Object.keys(body)).toEqual(expect.arrayContaining(members));
  expect(body.status).toBe(status);
  for (const member of members) expect(String(body[member as keyof ProblemBody])).not.toBe("");
}

describe("every refusal is a problem with all its members", () => {
  const json = { "content-type": "application/json" };

  test("JSON that can't be read: 400", async () => {
    expectProblem(await house.owner.send("POST", "/candidates", '{"name":', json), 400);
  });

  test("an empty body where JSON is announced: 400 or 422, never 500", async () => {
    const answer = await house.owner.send("POST", "/candidates", "", json);
    expectProblem(answer, answer.status);
    expect([400, 422]).toContain(answer.status);
  });

  test("a body of another kind: 415", async () => {
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
      expectProblem(
        await house.owner.send("POST", "/candidates", "name=x", { "content-type": type }),
        415,
      );
  });

  test("a body above a mebibyte: 413", async () => {
    const name = "x".repeat(1024 * 1024 + 1);
    expectProblem(await house.owner.post("/candidates", { name }), 413);
  });

  test("an address that is nobody's: 404, signed in or not, and instance without the query", async () => {
    for (const client of [house.owner, house.anonymous])
      for (const path of ["/nowhere", "/api/nowhere", "/api/auth/nowhere"]) {
        const answer = await client.get<ProblemBody>(`${path}?secret=1`);
        expectProblem(answer, 404);
        expect(answer.text).not.toContain("secret");
      }
  });

  test("a method that the address doesn't know: 404 or 405", async () => {
    const answer = await house.owner.put("/candidates", {});
    expect([404, 405]).toContain(answer.status);
    expectProblem(answer, answer.status);
  });

  test("nobody signed in: 401", async () => {
    expectProblem(await house.anonymous.get("/candidates"), 401);
  });

  test("an address that isn't well formed: 400", async () => {
    const answer = await house.owner.get("/candidates/%E0%A4%A");
    expectProblem(answer, answer.status);
    expect(answer.status).toBeLessThan(500);
  });

  test("more text than a header may hold, and a prototype in the body, harm nothing", async () => {
    const body = '{"name":"x","__proto__":{"admin":true},"constructor":{"prototype":{}}}';
    const answer = await house.owner.send<ProblemBody>("POST", "/candidates", body, json);
    expect([400, 422]).toContain(answer.status);
    expectProblem(answer, answer.status);
  });
});

test("foreign and unknown ids are answered with equal bytes beside the instance", async () => {
  const [a, b] = [crypto.randomUUID(), crypto.randomUUID()];
  const [one, other] = [
    await house.owner.get(`/candidates/${a}`),
    await house.owner.get(`/candidates/${b}`),
  ];
  expect(one.text.replace(a, "")).toBe(other.text.replace(b, ""));
});

test("browsers are told what they may do with an answer", async () => {
  for (const path of ["/setup", "/api/openapi.json", "/health/live"]) {
    const { headers } = await house.anonymous.get(path);
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("x-powered-by")).toBeNull();
    expect(headers.get("strict-transport-security")).toBeNull();
  }
});

describe("health", () => {
  test("live and ready are open to anybody", async () => {
    expect(await house.anonymous.get("/health/live")).toMatchObject({
      status: 200,
      body: { status: "ok" },
    });
    expect((await house.anonymous.get("/health/ready")).status).toBe(200);
    expect((await house.anonymous.get("/metrics")).text).toContain("process_cpu_seconds_total");
  });

  test("HEAD answers as GET without the body", async () => {
    const answer = await house.anonymous.send("HEAD", "/health/live", undefined, {});
    expect(answer).toMatchObject({ status: 200, text: "" });
  });
});

describe("an answer keeps to its contract", () => {
  const Declared = z.object({ shown: z.string() }).meta({ id: "DeclaredInTest" });

  @Controller("api/v1/annex")
  @Open()
  class AnnexController {
    @Get("generous")
    @Answers(Declared, "More than is declared")
    generous() {
      return { shown: "yes", passwordHash: "never" };
    }

    @Get("broken")
    @Answers(Declared, "Less than is declared")
    broken() {
      return { secret: "words" };
    }
  }

  let app: NestFastifyApplication;
  let annex: Client;
  beforeAll(async () => {
    const config = new Config({ DATABASE_URL: "postgresql://nowhere", LOG_LEVEL: "silent" });
    @Module({ imports: [AppModule.with(config)], controllers: [AnnexController] })
    class WithAnnex {}
    app = await NestFactory.create(WithAnnex, new FastifyAdapter(), { logger: false });
    await app.listen(0, "127.0.0.1");
    annex = new Client(await app.getUrl());
  });
  afterAll(() => app.close());

  test("what it doesn't declare is stripped", async () => {
    expect((await annex.get("/annex/generous")).text).toBe('{"shown":"yes"}');
  });

  test("what breaks it is a fault of ours, which tells nothing", async () => {
    const answer = await annex.get("/annex/broken");
    expectProblem(answer, 500);
    expect(answer.text).not.toMatch(/secret|words|shown|zod/i);
  });

  test("without its database the program is live, not ready, and says to come back", async () => {
    expect((await annex.get("/health/live")).status).toBe(200);
    const ready = await annex.get("/health/ready");
    expectProblem(ready, 503);
    const refused = await annex.with({ authorization: "Bearer hw_x" }).get("/candidates");
    expectProblem(refused, 503);
    expect(refused.headers.get("retry-after")).toBe("2");
    expect(refused.text).not.toMatch(/nowhere|prisma|postgres/i);
  });
});

test("a team's header that came twice is one unknown team, not a fault", async () => {
  const { hostname, port } = new URL(house.url);
  const status = await new Promise((resolve, reject) => {
    const headers = { cookie: house.owner.cookie, "x-highwater-team": ["a", "b"] };
    const out = request({ hostname, port, path: "/api/v1/candidates", headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    out.on("error", reject).end();
  });
  expect(status).toBe(404);
});
