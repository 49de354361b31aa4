// @fastify/static requires this ES module, which Node does since 20.19 and Jest not before Node 24.
const { createRequire } = process.getBuiltinModule("node:module");
module.exports = createRequire(__filename)("content-disposition");
