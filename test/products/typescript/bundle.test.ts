// Generated guards cost a bundle little: what is not used is left out, and no text of the table comes with them.

import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { buildSync } from "esbuild";
import { describe, expect, test } from "vitest";
import type { Model } from "../../../generator/model/model.ts";
import type { TypescriptOptions } from "../../../generator/products/options.gen.ts";
import { plain } from "../../corpora/tables/plain.ts";
import { flatErrors } from "../../helpers/flat-error.ts";
import { modelOf, modelOfFile, modelOfText } from "../../helpers/model-fixtures.ts";
import { scratchFolder, writeProduct } from "../../helpers/typescript-product.ts";

const FUNCTION_COMPUTE = modelOfFile("spec/function-compute.errors.yaml");

describe("fifteen codes", () => {
  test.each(FUNCTION_COMPUTE.errors.map(({ errorName }) => `is${errorName}`))("%s alone", async (guard) => {
    // In the bundle of a program the guard has a short name.
    const code = await bundle(FUNCTION_COMPUTE, `export { ${guard} as is } from "./index.js";`);
    expect(code.length).toBeLessThanOrEqual(240);
    expect(compressed(code)).toBeLessThan(200);
    expectNoText(code, FUNCTION_COMPUTE);
  });

  test("all guards", async () => {
    const names = FUNCTION_COMPUTE.errors.map(({ errorName }) => `is${errorName}`);
    const kinds = ["", "OfStatus", "OfRetry"].map((kind) => `isFunctionComputeError${kind}`);
    const all = [...names, ...kinds, "isUnknownFunctionComputeError"];
    const code = await bundle(FUNCTION_COMPUTE, `export { ${all.join(", ")} } from "./index.js";`);
    expect(compressed(code)).toBeLessThan(1200);
    expectNoText(code, FUNCTION_COMPUTE);
  });
});

describe("a server", () => {
  const shop = modelOf({
    name: "Shop",
    fallback: "InternalServerError",
    errors: {
      OrderNotFound: { status: 404, message: "order '%s' does not exist", params: { orderId: {} }, retry: "never" },
      Other: { status: 409, message: "a text of another row", description: "Its meaning.", retry: "backoff" },
      InternalServerError: { status: 500, message: "the shop failed", retry: "backoff" },
    },
  });

  test("one failure with its reply is small, and has no text of another row", async () => {
    const code = await bundle(shop, 'export { OrderNotFoundFailure, toShopReply } from "./index.js";', "auto", SERVER);
    expect(code.length).toBeLessThanOrEqual(1600);
    expect(code).not.toMatch(/another row|meaning/);
  });

  test("one failure of Function Compute with its reply is small", async () => {
    for (const { errorName } of FUNCTION_COMPUTE.errors) {
      const failure = `${errorName.replace(/Error$/, "")}Failure`;
      const entry = `export { ${failure}, toFunctionComputeReply } from "./index.js";`;
      const code = await bundle(FUNCTION_COMPUTE, entry, "auto", SERVER);
      expect(code.length, failure).toBeLessThanOrEqual(1600);
    }
  });

  test("importing the module without using it costs nothing", async () => {
    expect(await bundle(shop, 'import "./index.js";', "auto", SERVER)).toBe("");
    expect(await bundle(FUNCTION_COMPUTE, 'import * as all from "./index.js"; all;', "never", SERVER)).toBe("");
  });
});

describe("two thousand codes", () => {
  const model = modelOfText(plain(2000)["plain.errors.yaml"] ?? "");

  test("the guard of the table is hardly more than its codes", async () => {
    const code = await bundle(model, 'export { isPlainError } from "./index.js";');
    const codes = JSON.stringify(flatErrors(model).map((error) => error.code));
    expect(code.length - codes.length).toBeLessThan(1500);
    expect(compressed(code)).toBeLessThan(10_500);
    expectNoText(code, model);
  });

  test("a guard of one code is as small as in any table", async () => {
    const code = await bundle(model, 'export { isResource7NotUsableError as is } from "./index.js";', "always");
    expect(code.length).toBeLessThanOrEqual(240);
    expect(compressed(code)).toBeLessThan(200);
  });

  test("the codes by name come alone", async () => {
    const code = await bundle(model, 'export { PlainErrorCodes } from "./index.js";');
    const codes = model.errors.map(({ identifier, wireCode }) => `${identifier}:"${wireCode}",`);
    expect(code.length).toBeLessThan(codes.join("").length + 60);
  });

  test("importing the module without using it costs nothing", async () => {
    expect(await bundle(model, 'import "./index.js";')).toBe("");
    expect(await bundle(model, 'import * as all from "./index.js"; all;', "always")).toBe("");
  });
});

const SERVER: TypescriptOptions = { parts: ["guards", "server"] };

async function bundle(
  model: Model,
  entry: string,
  perCode: "auto" | "always" | "never" = "auto",
  options: TypescriptOptions = {},
): Promise<string> {
  const folder = scratchFolder();
  await writeProduct(model, folder, { ...options, perCode });
  const { outputFiles } = buildSync({
    stdin: { contents: entry, resolveDir: folder, sourcefile: join(folder, "entry.js") },
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}

function compressed(code: string): number {
  return gzipSync(code, { level: 9 }).length;
}

function expectNoText(code: string, model: Model): void {
  for (const { template, description } of flatErrors(model)) {
    if (description !== undefined) expect(code).not.toContain(description.slice(0, 40));
    if (template !== undefined && template.text !== "%s") expect(code).not.toContain(template.text.slice(0, 12));
  }
}
