// `npm run sources` makes the generated sources as they are committed.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { makeSources } from "../../generator/build/sources.ts";

const ROOT = resolve(import.meta.dirname, "../..");

test("the types, validators and embedded texts are those of their sources (npm run sources)", async () => {
  for (const [path, text] of Object.entries(await makeSources())) {
    expect(readFileSync(join(ROOT, path), "utf8") === text, `${path} is stale`).toBe(true);
  }
});
