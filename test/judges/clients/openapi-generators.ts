// An API description becomes the TypeScript module that each client generator makes of it.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@hey-api/openapi-ts";
import generate, { astToString, type OpenAPI3 } from "openapi-typescript";
import type { JsonObject } from "../../../generator/text/json/value.ts";

/** Programs in this folder find the clients that are installed here. */
export const CLIENT_FOLDERS = join(import.meta.dirname, "node_modules/.cache");

export async function openapiTypescript(document: JsonObject): Promise<string> {
  return astToString(await generate(structuredClone(document) as unknown as OpenAPI3, { silent: true }));
}

export async function heyApi(document: JsonObject): Promise<string> {
  const output = mkdtempSync(join(tmpdir(), "errtable-hey-api-"));
  try {
    const plugins = ["@hey-api/typescript"] as const;
    await createClient({ input: structuredClone(document), output, plugins: [...plugins], logs: { level: "silent" } });
    return readFileSync(join(output, "types.gen.ts"), "utf8");
  } finally {
    rmSync(output, { recursive: true, force: true });
  }
}
