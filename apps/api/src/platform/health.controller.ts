import { Problem } from "@highwater/shared/kernel/problem";
import { Controller, Get } from "@nestjs/common";
import { ApiProduces } from "@nestjs/swagger";
import { collectDefaultMetrics, Registry } from "prom-client";
import { z } from "zod";
import { Open } from "./access.js";
import { Answers } from "./answers.js";
import { Prisma } from "./prisma.js";

const Health = z.object({ status: z.literal("ok") }).meta({ id: "Health" });

@Controller()
@Open()
export class HealthController {
  private readonly registry = new Registry();

  constructor(private readonly prisma: Prisma) {
    collectDefaultMetrics({ register: this.registry });
  }

  @Get("health/live")
  @Answers(Health, "The process runs")
  live() {
    return { status: "ok" };
  }

  @Get("health/ready")
  @Answers(Health, "The process and its database answer")
  async ready() {
    try {
      await this.prisma.$queryRaw`select 1`;
    } catch {
      throw new Problem("unavailable", "The database can't be reached.");
    }
    return { status: "ok" };
  }

  @Get("metrics")
  @ApiProduces("text/plain")
  @Answers(z.string(), "Figures of the process, for Prometheus")
  metrics() {
    return this.registry.metrics();
  }
}
