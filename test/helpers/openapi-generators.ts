// What client generators make of a description, as the text of a TypeScript module.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { JsonObject } from "../../generator/text/json/value.ts";

/** They have a TypeScript of their own, so that they are found in a folder of their own. */
const PACKAGES = join(import.meta.dirname, "../generators/node_modules");

interface OpenapiTypescript {
  readonly default: (schema: unknown, options: { readonly silent: boolean }) => Promise<unknown>;
  readonly astToString: (ast: unknown) => string;
}

interface HeyApi {
  readonly createClient: (config: {
    readonly input: unknown;
    readonly output: string;
    readonly plugins: readonly string[];
    readonly logs: { readonly level: "silent" };
  }) => Promise<unknown>;
}

export async function openapiTypescript(document: JsonObject): Promise<string> {
  const { default: generate, astToString } = await load<OpenapiTypescript>("openapi-typescript/dist/index.mjs");
  return astToString(await generate(structuredClone(document), { silent: true }));
}

export async function heyApi(document: JsonObject): Promise<string> {
  const { createClient } = await load<HeyApi>("@hey-api/openapi-ts/dist/index.mjs");
  const output = mkdtempSync(join(tmpdir(), "errtable-hey-api-"));
  try {
    const plugins = ["@hey-api/typescript"];
    await createClient({ input: structuredClone(document), output, plugins, logs: { level: "silent" } });
    return readFileSync(join(output, "types.gen.ts"), "utf8");
  } finally {
    rmSync(output, { recursive: true, force: true });
  }
}

async function load<Module>(path: string): Promise<Module> {
  return (await import(/* @vite-ignore */ pathToFileURL(join(PACKAGES, path)).href)) as Module;
}
