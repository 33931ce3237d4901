// What people see of embedded errors: Redoc and Swagger UI show every code of a table, in a real browser.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { embed } from "../../../generator/owned/description/embed-description.ts";
import { modelOfFile } from "../../helpers/model-fixtures.ts";
import { type Browser, launchBrowser, PATIENCE, type Page, packageFile } from "../../judges/browser/browser.ts";

const model = modelOfFile("spec/function-compute.errors.yaml");
const codes = model.errors.map(({ code }) => code).toSorted();

/** The first operation gives up its own responses for 400 and 404: those that people wrote stay, and would hide the table's. */
function museum(): string {
  const text = readFileSync(join(import.meta.dirname, "../../corpora/descriptions/museum.yaml"), "utf8");
  const own = /^ {8}"400":\n.*\n {8}"404":\n.*\n/m;
  expect(text).toMatch(own);
  const request = { tables: [{ model, options: {} }], mode: "all", remove: false, force: false } as const;
  const { text: embedded } = embed({ path: "museum.yaml", text: text.replace(own, "") }, request);
  if (embedded === undefined) throw new Error("Nothing was embedded.");
  return JSON.stringify(parse(embedded));
}

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

interface Opened {
  readonly page: Page;
  /** What went wrong on the page, or was asked of the network. */
  readonly problems: readonly string[];
}

async function open(script: string, start: string, style = ""): Promise<Opened> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
  page.setDefaultTimeout(PATIENCE);
  const problems: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  page.on("pageerror", ({ message }) => problems.push(message));
  // Neither fonts nor logos are fetched from anywhere.
  await page.route("**", (route) =>
    route.request().url() === ADDRESS
      ? route.fulfill({ contentType: "text/html", body: `<!doctype html><title>Museum</title>${style}<main></main>` })
      : route.fulfill({ status: 204 }),
  );
  await page.goto(ADDRESS);
  await page.addScriptTag({ path: packageFile(script) });
  await page.evaluate(`const description = ${museum()};\n${start}`);
  return { page, problems };
}

const ADDRESS = "http://museum.test/";

describe("every code of Function Compute is on the page of the museum", () => {
  test("in Redoc, with a schema for each", async () => {
    const start = `Redoc.init(description, { expandResponses: "all", disableSearch: true }, document.querySelector("main"))`;
    const { page, problems } = await open("redoc/bundles/redoc.standalone.js", start);
    const operation = page.locator('[id="tag/Operations/operation/getMuseumHours"]');
    await operation.waitFor();
    const shown = (await operation.locator("button").allInnerTexts()).join("\n");
    expect(codes.filter((code) => !shown.includes(code))).toEqual([]);
    expect((await operation.locator("select option").allTextContents()).toSorted()).toEqual(codes);
    expect(problems).toEqual([]);
  });

  test("in Swagger UI, with an example for each", async () => {
    const start = `SwaggerUIBundle({ spec: description, domNode: document.querySelector("main"), validatorUrl: null })`;
    const style = `<style>${readFileSync(packageFile("swagger-ui-dist/swagger-ui.css"), "utf8")}</style>`;
    const { page, problems } = await open("swagger-ui-dist/swagger-ui-bundle.js", start, style);
    const operation = page.locator("#operations-Operations-getMuseumHours");
    await operation.locator(".opblock-summary-control").click();
    const responses = operation.locator(".responses-table .response");
    await responses.filter({ hasText: "503" }).waitFor();
    const shown = (await responses.locator(".response-col_description__inner").allInnerTexts()).join("\n");
    expect(codes.filter((code) => !shown.includes(code))).toEqual([]);
    const examples = await responses.locator(".examples-select option").allTextContents();
    expect(codes.filter((code) => !examples.includes(code))).toEqual([]);
    const bad = responses.filter({ hasText: "400 Bad Request" });
    await bad
      .locator("select")
      .filter({ hasText: "PathNotSupported" })
      .selectOption({ label: "MissingRequiredHeader" });
    await bad.getByText("required HTTP header Authorization was not specified").waitFor();
    expect(problems).toEqual([]);
  });
});
