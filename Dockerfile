# syntax=docker/dockerfile:1
# The plain host with all functions, and the operator's commands. docs/self-hosting.md says how to run it.
FROM node:24-bookworm-slim AS build
WORKDIR /src
COPY . .
# As in CI: no package runs a script of its own, apart from esbuild, which checks its program.
RUN npm ci --ignore-scripts && npm rebuild --ignore-scripts=false esbuild && npm run build
WORKDIR /src/dist/host
RUN npm ci

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080 NODE_COMPILE_CACHE=/app/.compile-cache
WORKDIR /app
COPY --from=build /src/dist/host ./
# Compiles the host once here, so that no start has to. Each user has a folder of their own there, so node itself compiles.
RUN mkdir --mode=777 .compile-cache
USER node
RUN node index.cjs --help > /dev/null
USER root
# Node makes the files readable for its user alone. They belong to root, so that the process can't change its own code.
RUN chown -R root:root .compile-cache && chmod -R a+rX,go-w .compile-cache
USER node
EXPOSE 8080
HEALTHCHECK --interval=5s --timeout=3s --start-period=20s CMD node is-alive.cjs "$PORT"
CMD ["node", "index.cjs"]
