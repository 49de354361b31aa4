import { Injectable, type OnApplicationBootstrap } from "@nestjs/common";
import { DiscoveryService, MetadataScanner, Reflector } from "@nestjs/core";
import { ACCESS } from "./access.js";

const PATH = "path";

/** Refuses to start while a route does not declare who may enter. */
@Injectable()
export class DeclaredAccess implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap() {
    const undeclared = this.routes().filter(
      ({ handler, owner }) =>
        this.reflector.getAllAndOverride(ACCESS, [handler, owner]) === undefined,
    );
    if (undeclared.length > 0)
      throw new Error(
        `These routes do not declare who may enter: ${undeclared.map((r) => r.name).join(", ")}`,
      );
  }

  private routes() {
    return this.discovery.getControllers().flatMap(({ instance, metatype }) => {
      if (!instance || !metatype) return [];
      const prototype = Object.getPrototypeOf(instance) as Record<string, () => unknown>;
      return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
        const handler = prototype[name];
        return handler && Reflect.hasMetadata(PATH, handler)
          ? [{ name: `${metatype.name}.${name}`, handler, owner: metatype }]
          : [];
      });
    });
  }
}
