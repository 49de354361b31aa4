import type { NestFastifyApplication } from "@nestjs/platform-fastify";
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from "@nestjs/swagger";
import { problemSchema } from "./answers.js";

/** The contract of the API, from the same schemas that validate it. */
export function describe(app: NestFastifyApplication): OpenAPIObject {
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
  return document;
}

export function publish(app: NestFastifyApplication) {
  SwaggerModule.setup("api/docs", app, () => describe(app), {
    jsonDocumentUrl: "api/openapi.json",
    yamlDocumentUrl: "api/openapi.yaml",
    customSiteTitle: "Highwater API",
  });
}
