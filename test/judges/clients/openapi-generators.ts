// An API description becomes the TypeScript module that each client generator makes of it.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@hey-api/openapi-ts";
import { generateSource } from "oazapfts";
import generate, { astToString, type OpenAPI3 } from "openapi-typescript";
import type { JsonObject } from "../../../generator/text/json/value.ts";

/** Programs in this folder find the clients that are installed here. */
export const CLIENT_FOLDERS = join(import.meta.dirname, "node_modules/.cache");

export async function openapiTypescript(document: JsonObject): Promise<string> {
  return astToString(await generate(structuredClone(document) as unknown as OpenAPI3, { silent: true }));
}

export async function heyApi(document: JsonObject): Promise<string> {
  return inFolder(async (output) => {
    const plugins = ["@hey-api/typescript"] as const;
    await createClient({ input: structuredClone(document), output, plugins: [...plugins], logs: { level: "silent" } });
    return readFileSync(join(output, "types.gen.ts"), "utf8");
  });
}

/** Types alone: its functions do not compile where a response is for a range such as 4XX. RTK Query's types are made by it, too. */
export async function oazapfts(document: JsonObject): Promise<string> {
  return inFolder(async (folder) => {
    const path = join(folder, "api.json");
    writeFileSync(path, JSON.stringify({ ...document, paths: {} }));
    return generateSource(path, { allSchemas: true });
  });
}

async function inFolder<Result>(use: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "errtable-clients-"));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
