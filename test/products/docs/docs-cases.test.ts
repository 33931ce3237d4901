// Docs of codes with cases, several statuses or none, and of integer codes: each code once, and every fact of it.
import { expect, test } from "vitest";
import type { Model } from "../../../generator/model/model.ts";
import { anchorsOf } from "../../../generator/products/docs/fragments/anchors.ts";
import { type DocsFormat, docs, FRAGMENTS } from "../../../generator/products/docs/index.ts";
import type { DocsOptions } from "../../../generator/products/options.gen.ts";
import { renderDocument } from "../../../generator/text/documents.ts";
import { modelOf, modelOfFile } from "../../helpers/model-fixtures.ts";

const FORMATS = Object.keys(FRAGMENTS) as [DocsFormat, ...DocsFormat[]];
const disks = modelOfFile("test/cases/docs-cases/disks.errors.yaml");

async function make(format: DocsFormat, options: DocsOptions = {}, model: Model = disks): Promise<string> {
  const [artifact] = await docs.emit(model, { formats: [format], locales: [model.locale], ...options });
  return artifact?.kind === "document" ? renderDocument(artifact.syntax, artifact.document) : "";
}

test.each(FORMATS)("%s names each code and each case once, with its message", async (format) => {
  const text = (await make(format)).replace(/&#(\d+);/g, (_, point: string) => String.fromCodePoint(Number(point)));
  for (const name of [
    "OperationDenied.zoneClosed",
    "OperationDenied.quota",
    "CardDeclined.lost",
    "CardDeclined.expired",
  ])
    expect(text, name).toContain(name);
  for (const words of ["The zone {zone} is closed.", "The quota of {resource} is used up.", "409", "429"])
    expect(text, words).toContain(words);
});

test("an error with several statuses stands under its lowest, and errors without a status come last", async () => {
  const headings = async (model: Model) => (await make("gfm-table", { groupBy: "status" }, model)).match(/^#+ .*$/gm);
  expect(await headings(disks)).toEqual([
    "### 400 Bad Request",
    "### 402 Payment Required",
    "### 403 Forbidden",
    "### Without a status",
  ]);
  expect(await headings(modelOfFile("test/cases/docs-list/lists.errors.yaml"))).toBeNull();
});

test("integer codes are sorted by their value", async () => {
  const model = modelOf({
    body: { code: { at: "/code", type: "integer" }, message: "/message" },
    errors: { 7: {}, 1000: {}, "-30": {}, 70: {} },
  });
  for (const order of ["code", "status"] as const)
    expect((await make("gfm-sections", { order }, model)).match(/(?<=### `).*(?=`)/g)).toEqual([
      "-30",
      "7",
      "70",
      "1000",
    ]);
});

test("facts that all cases share stand at the code, and those of one case below it", async () => {
  const sections = await make("gfm-sections", { anchors: "none" });
  const [, denied = "", zone = "", quota = ""] =
    /### `OperationDenied`\n([\s\S]*?)#### `OperationDenied.zoneClosed`\n([\s\S]*?)#### `OperationDenied.quota`\n([\s\S]*?)### `Unstated`/.exec(
      sections,
    ) ?? [];
  expect(denied).toContain("- **Status**: 403 Forbidden, 409 Conflict, 429 Too Many Requests\n");
  expect(denied).toContain(
    "**May be the answer of**: `DeleteDisk`\n\n- `CreateDisk` (`quota`, `409`): There are _too many_ disks.",
  );
  expect(denied).not.toMatch(/Message|Retry|Example/);
  expect(zone).toContain("- **Retry**: no");
  expect(zone).toContain("`zone` (string, `/error/zone`, for example `z-1`)");
  expect(quota).toContain("- `/error/quota/limit` (integer, required): The quota.");
  const card = /### `CardDeclined`\n([\s\S]*?)#### `CardDeclined.lost`\n([\s\S]*?)####/.exec(sections);
  expect(card?.[1]).toContain("- **Message**: `The card was declined.`");
  expect(card?.[1]).toContain('- `/error/type` (`"card"`)');
  expect(card?.[2]).not.toMatch(/Message|card"`/);
  expect(card?.[2]).toContain('- `/error/zone` (`"lost"`)');
});

test("a case has an anchor of its own, also beside a code of the same name", () => {
  const model = modelOf({
    errors: { A: { cases: { b: { status: 400 }, c: { status: 401 } } }, "A.b": { status: 500 } },
  });
  expect([...anchorsOf(model, "code")]).toEqual([
    ["A", "A"],
    ["A.b", "A.b"],
    ["A b", "A.b-1"],
    ["A c", "A.c"],
    ["A.c", "A.c"],
  ]);
  expect(new Set([...anchorsOf(model, "slug").values()]).size).toBe(4);
});

test("columns show tags, operations and fields of people's own", async () => {
  const table = await make("csv", { columns: ["code", "tags", "operations", "x-owner"] });
  expect(table).toBe(
    "Code,Tags,Operations,x-owner\nThrottling,,every operation,\n" +
      'CardDeclined,,"CreateDisk, DeleteDisk",\nCardDeclined.lost,,,\nCardDeclined.expired,,,\n' +
      'OperationDenied,"Network, Quotas","CreateDisk (quota, 409), DeleteDisk",storage-team\n' +
      "OperationDenied.zoneClosed,,,zone-team\nOperationDenied.quota,,,\n" +
      "Unstated Deprecated since 1.0.0. Use OperationDenied instead.,,,\n",
  );
});
