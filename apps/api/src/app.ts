import "reflect-metadata";
import { NestFactory } from "@nestjs/core";
import { FastifyAdapter, type NestFastifyApplication } from "@nestjs/platform-fastify";
import type { FastifyInstance } from "fastify";
import { AppModule } from "./app.module.js";
import { Auth } from "./platform/auth.js";
import type { Config } from "./platform/config.js";
import {
  logRequests,
  newRequestId,
  protectBrowsers,
  readJsonOnly,
  refuseBrokenAddress,
  refuseUnreadable,
  tagAnswers,
} from "./platform/http.js";
import { Log } from "./platform/log.js";
import { publish } from "./platform/openapi.js";
import { passStreams } from "./platform/streams.js";
import { serveWeb } from "./platform/web.js";

/** The whole program short of its port: used by main, the command line and every test. */
export async function createApp(config: Config): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    trustProxy: config.trustProxy,
    bodyLimit: 1024 * 1024,
    genReqId: newRequestId,
    frameworkErrors: refuseBrokenAddress,
    clientErrorHandler: refuseUnreadable,
    forceCloseConnections: "idle",
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config), adapter, {
    bufferLogs: true,
    abortOnError: false,
  });
  const log = app.get(Log);
  app.useLogger(log);
  const fastify = adapter.getInstance() as unknown as FastifyInstance;
  await protectBrowsers(fastify, config.secure);
  logRequests(fastify, log);
  tagAnswers(fastify);
  readJsonOnly(fastify);
  passStreams(fastify);
  app.get(Auth).mount(fastify);
  publish(app);
  if (config.webRoot) await serveWeb(fastify, config.webRoot);
  return app;
}
