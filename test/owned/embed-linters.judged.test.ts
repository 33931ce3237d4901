// An API description into which errors are embedded has no findings of linters that it did not have before.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { embed } from "../../generator/owned/description/embed-description.ts";
import type { JsonObject } from "../../generator/text/json/value.ts";
import { modelOfFile } from "../helpers/model-fixtures.ts";
import { redoclyFindings, spectralFindings } from "../judges/linters/openapi-linters.ts";

test("linters find nothing in the museum's description that they did not find before", async () => {
  const text = readFileSync(join(import.meta.dirname, "../corpora/descriptions/museum.yaml"), "utf8");
  const before = parse(text) as JsonObject;
  const tables = [{ model: modelOfFile("spec/function-compute.errors.yaml"), options: {} }];
  const embedded = embed({ path: "api.yaml", text }, { tables, mode: "all", remove: false, force: false });
  const added = parse(embedded.text ?? "") as JsonObject;
  for (const findings of [redoclyFindings, spectralFindings]) {
    const known = new Set((await findings(before)).map(withoutIndex));
    expect((await findings(added)).filter((finding) => !known.has(withoutIndex(finding)))).toEqual([]);
  }
});

/** Members of a list may have moved. */
function withoutIndex(finding: string): string {
  return finding.replaceAll(/\/\d{1,2}(?=\/|$)/g, "");
}
