import { Injectable, type LoggerService } from "@nestjs/common";
import { type Logger, pino } from "pino";
import { Config } from "./config.js";

/** One JSON line an event, on standard error, so that standard output stays for people. */
@Injectable()
export class Log implements LoggerService {
  readonly pino: Logger;

  constructor(config: Config) {
    this.pino = pino({ level: config.logLevel, base: null }, pino.destination(2));
  }

  log(message: unknown) {
    this.pino.debug({ message });
  }
  error(message: unknown, ...details: unknown[]) {
    this.pino.error({ message, details });
  }
  warn(message: unknown) {
    this.pino.warn({ message });
  }
}
