# The whole program in one image: brings the database of DATABASE_URL up to date, then serves API and web.
FROM node:22-bookworm-slim AS build
WORKDIR /highwater
COPY . .
RUN npm ci
RUN node --input-type=module -e "const { prepare } = await import('./tools/setup/prepare.mjs'); await prepare('all')"
RUN npm prune --omit=dev --omit=optional && rm -rf .highwater .turbo bench apps/*/src packages/*/src apps/web/e2e

FROM node:22-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /highwater
COPY --from=build --chown=root:root /highwater .
USER node
EXPOSE 3000
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "tools/serve.mjs"]
