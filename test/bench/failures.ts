// Measures generated failures against the libraries that servers make errors with: an error is made and becomes status and body. The product is JavaScript, as packages ship it.
// Run it on a quiet machine: node --import tsx test/bench/failures.ts [--rounds 61].
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { modelOf } from "../helpers/model-fixtures.ts";
import { writeProduct } from "../helpers/typescript-files.ts";
import { BENCH } from "./guard-peers.ts";
import { publish } from "./publish.ts";
import { race, resultTable } from "./race.ts";

const rounds = Number(process.argv[process.argv.indexOf("--rounds") + 1]) || 61;
const cache = join(BENCH, "node_modules/.cache");
mkdirSync(cache, { recursive: true });
const work = mkdtempSync(join(cache, "failures-"));

const shop = modelOf({
  name: "Shop",
  fallback: "Failed",
  errors: {
    OrderNotFound: { status: 404, message: "order '%s' does not exist", params: { orderId: {} }, retry: "never" },
    Failed: { status: 500, message: "the shop failed" },
  },
});

/** Each makes an error of the order, and the status and the text of its body. */
const CONTESTANTS: Readonly<Record<string, string>> = {
  errtable: `import { OrderNotFoundFailure, toShopReply } from "./STACKS/index.js";
export const run = (orderId) => toShopReply(new OrderNotFoundFailure({ orderId })).body;`,
  "@fastify/error": `import createError from "@fastify/error";
const OrderNotFound = createError("OrderNotFound", "order '%s' does not exist", 404);
export const run = (orderId) => {
  const error = new OrderNotFound(orderId);
  return reply(error.statusCode, { code: error.code, message: error.message });
};`,
  "http-errors": `import createError from "http-errors";
export const run = (orderId) => {
  const error = createError(404, \`order '\${orderId}' does not exist\`, { code: "OrderNotFound" });
  return reply(error.status, { code: error.code, message: error.message });
};`,
  "@hapi/boom": `import Boom from "@hapi/boom";
export const run = (orderId) => {
  const { output } = Boom.notFound(\`order '\${orderId}' does not exist\`);
  return reply(output.statusCode, output.payload);
};`,
  "class extends Error": `class OrderNotFound extends Error {
  constructor(orderId) {
    super(\`order '\${orderId}' does not exist\`);
    this.code = "OrderNotFound";
    this.status = 404;
  }
}
export const run = (orderId) => {
  const error = new OrderNotFound(orderId);
  return reply(error.status, { code: error.code, message: error.message });
};`,
};

const REPLY = `const reply = (status, body) => ({
  status, headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
}).body;
`;

try {
  for (const stacks of [true, false])
    await writeProduct(shop, join(work, `stacks-${stacks}`), { parts: ["guards", "server"], language: "js", stacks });
  const tables: string[] = [];
  for (const [title, limit] of [
    ["An error and its reply, with a stack", 10],
    ["An error and its reply, without a stack", 0],
  ] as const)
    tables.push(resultTable(title, await race(Object.entries(CONTESTANTS).map(runnerOf(limit)), rounds)));
  publish("failures", `Node ${process.version}, ${rounds} rounds in random order, medians.\n\n${tables.join("\n")}`);
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** Without stacks, the product is made for programs that want none, and the others capture none. */
function runnerOf(limit: number) {
  return ([name, text]: readonly [string, string], index: number) => {
    const path = join(work, `${limit}-${index}`);
    writeFileSync(`${path}.js`, `${REPLY}${text.replace("STACKS", `stacks-${limit > 0}`)}`);
    const lines = JSON.stringify(Array.from({ length: 1000 }, (_, at) => JSON.stringify(`A-${at}`)));
    const runner = JSON.stringify(join(BENCH, "race-runner.ts"));
    writeFileSync(
      `${path}-runner.js`,
      `import { serveRounds } from ${runner};
Error.stackTraceLimit = ${limit};
serveRounds(async () => (await import(${JSON.stringify(`${path}.js`)})).run, ${lines});`,
    );
    buildSync({
      entryPoints: [`${path}-runner.js`],
      outfile: `${path}.cjs`,
      bundle: true,
      format: "cjs",
      platform: "node",
      minify: true,
    });
    return { name, path: `${path}.cjs` };
  };
}
