import type { NestFastifyApplication } from "@nestjs/platform-fastify";
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from "@nestjs/swagger";
import { problemSchema } from "./answers.js";

const answers = (description: string) => ({
  "200": { description, content: { "application/json": { schema: { type: "object" } } } },
  default: {
    description: "A refusal: application/problem+json",
    content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
  },
});

/** What the session library serves, as far as this API promises it. */
const sessionPaths: OpenAPIObject["paths"] = {
  "/api/auth/sign-in/email": {
    post: {
      summary: "Sign in; the session comes as a cookie",
      tags: ["Session"],
      requestBody: {
        required: true,
        content: {
          "application/json": {
            schema: {
              type: "object",
              required: ["email", "password"],
              properties: { email: { type: "string" }, password: { type: "string" } },
            },
          },
        },
      },
      responses: answers("Signed in"),
    },
  },
  "/api/auth/sign-out": {
    post: { summary: "Sign out", tags: ["Session"], responses: answers("Signed out") },
  },
  "/api/auth/get-session": {
    get: { summary: "The session, or null", tags: ["Session"], responses: answers("The session") },
  },
};

/** The contract of the API, from the same schemas that validate it. */
function describe(app: NestFastifyApplication): OpenAPIObject {
  const document = SwaggerModule.createDocument(
    app,
    new DocumentBuilder()
      .setTitle("Highwater")
      .setDescription(
        "The API that the web uses; nothing is reserved for the web. Refusals are RFC 9457 problems.",
      )
      .setVersion("1")
      .addCookieAuth("highwater", { type: "apiKey", in: "cookie" }, "session")
      .addBearerAuth({ type: "http", scheme: "bearer", description: "A token, hw_…" }, "token")
      .addGlobalParameters({
        name: "X-Highwater-Team",
        in: "header",
        required: false,
        description: "The team's slug. A member of exactly one team may leave it out.",
        schema: { type: "string" },
      })
      .build(),
  );
  document.components ??= {};
  document.components.schemas = { ...document.components.schemas, Problem: problemSchema as never };
  document.paths = { ...document.paths, ...sessionPaths };
  return document;
}

export function publish(app: NestFastifyApplication) {
  SwaggerModule.setup("api/docs", app, () => describe(app), {
    jsonDocumentUrl: "api/openapi.json",
    yamlDocumentUrl: "api/openapi.yaml",
    customSiteTitle: "Highwater API",
  });
}
