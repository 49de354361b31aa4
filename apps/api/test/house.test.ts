import "reflect-metadata";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { Controller, Get, Module } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { FastifyAdapter } from "@nestjs/platform-fastify";
import type { FastifyInstance } from "fastify";
import { AppModule } from "../src/app.module.js";
import { Access } from "../src/platform/access.js";
import { Config } from "../src/platform/config.js";
import { type House, openHouse } from "./house.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const source = join(root, "apps/api/src");

const folders = (at: string) =>
  readdirSync(join(root, at), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "kernel")
    .map(({ name }) => name)
    .sort();

/** Every source file of the API, without the generated client and the tests: path → text. */
const files = readdirSync(source, { recursive: true, encoding: "utf8" })
  .map((path) => path.split(sep).join("/"))
  .filter((path) => path.endsWith(".ts") && !/^generated\/|\.test\.ts$/.test(path))
  .map((path) => ({ path, text: readFileSync(join(source, path), "utf8") }));

const naming = (pattern: RegExp, allowed: RegExp) =>
  files
    .filter(({ path, text }) => !allowed.test(path) && pattern.test(text))
    .map(({ path }) => path);

test("every module has its three walls", () => {
  const modules = folders("apps/api/src/modules");
  expect(modules).toEqual([
    "activity",
    "assignments",
    "calibration",
    "candidates",
    "claims",
    "discussion",
    "evidence",
    "exchange",
    "fields",
    "merges",
    "notifications",
    "preferences",
    "ranking",
    "reviews",
    "rounds",
    "rubrics",
    "stages",
    "team",
    "tide",
    "views",
  ]);
  expect(folders("packages/shared/src")).toEqual(modules);
  const features = folders("apps/web/src/features");
  expect(features.length).toBeGreaterThan(8);
  expect(modules).toEqual(expect.arrayContaining(features));
});

describe("the tables of scores have one keeper", () => {
  const keeper = /^modules\/reviews\/([a-z-]+\.(source|queries|service)|counting)\.ts$/;
  const scoping = "platform/team-scope.ts";

  test("no SQL names them outside the reviews module", () => {
    const tables = /"(Review|ReviewVersion|Score|TeamScore|Standing)"/;
    expect(naming(tables, keeper)).toEqual([scoping]);
  });

  test("no call of the client reaches them outside the reviews module", () => {
    expect(naming(/\.(review|reviewVersion|score|teamScore)\s*\.\s*[a-z]/, keeper)).toEqual([]);
  });

  test("no query joins them to a candidate or a member outside the reviews module", () => {
    // Versions of a review are reached through it alone; comments have versions of their own.
    const relations = /\b(reviews|scores|teamScores)\s*:\s*(true\b|\{)/;
    expect(naming(relations, /^modules\/reviews\//)).toEqual([]);
  });

  test("this scan would find them", () => {
    expect(files.length).toBeGreaterThan(50);
    expect(naming(/\.teamScore\.findMany/, /^$/)).toEqual(["modules/reviews/reviews.source.ts"]);
  });
});

test("raw SQL stands in queries, sources and the platform; elsewhere it only waits its turn", () => {
  const strays = files
    .filter(({ path }) => !/^platform\/|\.(queries|source)\.ts$/.test(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/\$(?:queryRaw|executeRaw)(?:Unsafe)?\s*(`[^`]*`|[^;]*)/g)]
        .map(([, sql = ""]) => sql)
        .filter((sql) => !/^`[^`]*(for update|pg_advisory_xact_lock\(\d+\)[^`]*)`$/.test(sql))
        .map((sql) => `${path}: ${sql}`),
    );
  expect(strays).toEqual([]);
});

test("nobody builds SQL from strings", () => {
  expect(naming(/\$queryRawUnsafe|\$executeRawUnsafe|Prisma\.raw\(/, /^$/)).toEqual([]);
});

describe("a route that declares no access", () => {
  const start = async (controller: object) => {
    const config = new Config({ DATABASE_URL: "postgresql://nowhere", LOG_LEVEL: "silent" });
    @Module({ imports: [AppModule.with(config)], controllers: [controller as never] })
    class Annex {}
    const app = await NestFactory.create(Annex, new FastifyAdapter(), {
      logger: false,
      abortOnError: false,
    });
    try {
      await app.init();
    } finally {
      await app.close();
    }
  };

  test("keeps the program from starting", async () => {
    @Controller("annex")
    class UndeclaredController {
      @Get("cellar")
      cellar() {
        return "wine";
      }
    }
    await expect(start(UndeclaredController)).rejects.toThrow("UndeclaredController.cellar");
  });

  test("is the reason: with its access declared the program starts", async () => {
    @Controller("annex")
    class DeclaredController {
      @Get("cellar")
      @Access("viewer")
      cellar() {
        return "wine";
      }
    }
    await expect(start(DeclaredController)).resolves.toBeUndefined();
  });
});

interface Operation {
  responses: Record<string, { content?: Record<string, { schema?: object }> }>;
}
type Paths = Record<string, Record<string, Operation>>;

/** The routes as Fastify knows them, read from its tree: `GET /api/v1/candidates/{id}`. */
function routesOf(tree: string): string[] {
  const above: string[] = [];
  return tree.split("\n").flatMap((line) => {
    const node = /^([│ ]*)[├└]── (\S+)(?: \(([A-Z, ]+)\))?$/.exec(line);
    if (!node) return [];
    const [, indent = "", segment = "", methods = ""] = node;
    const depth = indent.length / 4;
    above.length = depth;
    above.push(segment);
    const path = above.join("").replace(/:(\w+)/g, "{$1}");
    return methods.split(", ").flatMap((method) => (method ? [`${method} ${path}`] : []));
  });
}

describe("the document at /api/openapi.json", () => {
  let house: House;
  let paths: Paths;
  beforeAll(async () => {
    house = await openHouse();
    paths = (await house.anonymous.get<{ paths: Paths }>("/api/openapi.json")).body.paths;
  });
  afterAll(() => house.close());

  const operations = () =>
    Object.entries(paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => ({
        name: `${method.toUpperCase()} ${path}`,
        ...operation,
      })),
    );

  test("lists every route that is registered, and no other", () => {
    const fastify = house.app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
    const registered = routesOf(fastify.printRoutes({ commonPrefix: false })).filter((route) =>
      /^(?!HEAD)\w+ \/(api\/v1|health|metrics)/.test(route),
    );
    const ours = operations().filter(({ name }) => !name.includes("/api/auth/"));
    expect(registered.length).toBeGreaterThan(35);
    expect(registered.sort()).toEqual(ours.map(({ name }) => name).sort());
  });

  test("says of every route what it answers, and that it refuses with a problem", () => {
    const silent = operations().filter(({ responses }) => {
      const good = Object.keys(responses).filter((status) => /^2\d\d$/.test(status));
      const [status = ""] = good;
      const schema = Object.values(responses[status]?.content ?? {})[0]?.schema;
      const answers = status === "204" ? schema === undefined : schema !== undefined;
      const problem = responses["default"]?.content?.["application/problem+json"]?.schema;
      return good.length !== 1 || !answers || problem === undefined;
    });
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  test("names no schema that it does not define", async () => {
    const { text } = await house.anonymous.get("/api/openapi.json");
    const document = JSON.parse(text) as { components: { schemas: Record<string, object> } };
    const named = [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name);
    expect(named.length).toBeGreaterThan(50);
    expect(Object.keys(document.components.schemas)).toEqual(
      expect.arrayContaining([...new Set(named)]),
    );
  });
});

test("each test file stands beside what it tests", () => {
  const own = readdirSync(join(root, "apps/api/test")).filter((name) => /\.test\.ts$/.test(name));
  expect(own).toEqual([relative(join(root, "apps/api/test"), fileURLToPath(import.meta.url))]);
});
