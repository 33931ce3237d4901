// Bundlers, joiners, appliers of overlays and linters take descriptions into which errors are embedded.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { embed } from "../../../generator/owned/description/embed-description.ts";
import { emit } from "../../../generator/products/index.ts";
import { type JsonObject, objectOf } from "../../../generator/text/json/value.ts";
import { modelOf } from "../../helpers/model-fixtures.ts";
import { applyOverlay } from "../../helpers/overlay.ts";
import { freshFolder, run } from "./tools.ts";

/** As IBM's handbook wants names: in snake_case. */
const SHOP = modelOf({
  name: "Shop",
  version: "1.0.0",
  body: {
    code: "/code",
    message: "/message",
    properties: { trace: { type: "string", description: "Identifies the request.", example: "t-1" } },
    required: ["trace"],
  },
  errors: {
    order_not_found: {
      status: 404,
      description: "There is no such order.",
      message: "there is no order %s",
      params: { order: { example: "o-1" } },
    },
    Date: { identifier: "WrongDate", status: 400, description: "The date is wrong.", message: "the date is wrong" },
    too_many_items: {
      status: 400,
      description: "The order has too many items.",
      message: "too many items",
      details: {
        type: "object",
        required: ["item"],
        properties: { item: { type: "string", description: "The item.", example: "cup", enum: ["cup", "pot"] } },
      },
      examples: { one_item: { details: { item: "cup" } }, other_item: { details: { item: "pot" } } },
    },
    busy: { status: 429, description: "Too many requests.", headers: { "Retry-After": { description: "Seconds." } } },
  },
  operations: { get_order: ["order_not_found", "too_many_items", "Date", "busy"] },
});

function description(version: string): string {
  const schema = { type: "object", description: "An order.", required: ["id"] };
  const id = { type: "string", description: "Its id.", pattern: "^o-", minLength: 3, maxLength: 9 };
  const get = {
    operationId: "get_order",
    summary: "Get an order",
    description: "Gets an order.",
    tags: ["orders"],
    parameters: [{ name: "id", in: "path", required: true, description: "Its id.", schema: id, example: "o-1" }],
    responses: {
      "200": {
        description: "The order.",
        content: {
          "application/json": { schema: { $ref: "#/components/schemas/OrderNotFound" }, example: { id: "o-1" } },
        },
      },
    },
  };
  return stringify({
    openapi: version,
    info: { title: "Shop", version: "1.0.0", description: "A shop." },
    servers: [{ url: "https://shop.test/v1" }],
    tags: [{ name: "orders", description: "Orders." }],
    paths: { "/orders/{id}": { get } },
    components: { schemas: { OrderNotFound: { ...schema, properties: { id } } } },
  });
}

function embedded(version: string): string {
  const tables = [{ model: SHOP, options: {} }];
  const source = { path: "api.yaml", text: description(version) };
  const { text, diagnostics } = embed(source, { tables, mode: "table", remove: false, force: false });
  if (text === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return text;
}

function read(folder: string, name: string): JsonObject {
  return parse(readFileSync(join(folder, name), "utf8")) as JsonObject;
}

const VERSIONS = ["3.0.3", "3.1.1"];

test.each(VERSIONS)("swagger-cli bundles it as it is, OpenAPI %s", async (version) => {
  const folder = freshFolder(`bundle-${version}`);
  writeFileSync(join(folder, "api.yaml"), embedded(version));
  await run("swagger-cli", ["validate", "api.yaml"], folder);
  await run("swagger-cli", ["bundle", "api.yaml", "-o", "bundled.json"], folder);
  expect(read(folder, "bundled.json")).toEqual(read(folder, "api.yaml"));
});

test.each(VERSIONS)(
  "Redocly joins it with another, and every member of components is a map, OpenAPI %s",
  async (version) => {
    const folder = freshFolder(`join-${version}`);
    writeFileSync(join(folder, "api.yaml"), embedded(version));
    const other = { openapi: version, info: { title: "Other", version: "1" }, paths: {} };
    writeFileSync(join(folder, "other.yaml"), stringify({ ...other, servers: [{ url: "https://other.test" }] }));
    await run("redocly", ["join", "api.yaml", "other.yaml", "-o", "joined.yaml"], folder);
    const { components } = read(folder, "joined.yaml");
    expect(components).toEqual(read(folder, "api.yaml")["components"]);
    for (const named of Object.values(objectOf(components)))
      for (const component of Object.values(named as object)) expect(component).toBeTypeOf("object");
  },
);

test.each(VERSIONS)(
  "swagger-typescript-api and oazapfts name the types of people's own schemas as before, OpenAPI %s",
  async (version) => {
    const folder = freshFolder(`names-${version}`);
    writeFileSync(join(folder, "api.yaml"), embedded(version));
    await run(
      "swagger-typescript-api",
      ["generate", "--path", "api.yaml", "-o", ".", "-n", "sta.ts", "--no-client"],
      folder,
    );
    await run("oazapfts", ["api.yaml", "oazapfts.ts"], folder);
    for (const name of ["sta.ts", "oazapfts.ts"]) {
      const names = [...readFileSync(join(folder, name), "utf8").matchAll(/^export (?:type|interface) (\w+)/gm)].map(
        ([, one]) => one,
      );
      expect(names).toEqual(expect.arrayContaining(["OrderNotFound", "OrderNotFoundError", "WrongDateError"]));
      expect(names.filter((one) => /^(undefined|Date|Error|OrderNotFound\d|components)$/.test(one ?? ""))).toEqual([]);
    }
  },
);

test("overlayjs applies the overlay as its specification says", async () => {
  const folder = freshFolder("overlay");
  const [artifact] = await emit({ kind: "openapi", options: { formats: ["overlay"] } }, SHOP);
  if (artifact?.kind !== "yaml") throw new Error("There is no overlay.");
  writeFileSync(join(folder, "api.yaml"), description("3.1.1"));
  writeFileSync(join(folder, "overlay.yaml"), stringify(artifact.value));
  const applied = await run("overlayjs", ["--openapi", "api.yaml", "--overlay", "overlay.yaml"], folder);
  const expected = applyOverlay(read(folder, "api.yaml"), artifact.value as JsonObject);
  expect(objectOf(expected["components"])["schemas"]).toHaveProperty("OrderNotFoundError");
  expect(parse(applied)).toEqual(expected);
});

/**
 * Rules of IBM's house: its own model of errors, limits that nobody states, and, in 3.1, keywords that it does not use. The name
 * of a code that is no snake_case is the table's own.
 */
const HOUSE_RULES = ["ibm-error-response-schemas", "ibm-string-attributes", "ibm-enum-casing-convention"];

test.each(VERSIONS)(
  "IBM's linter finds nothing new but what its house wants of errors, OpenAPI %s",
  async (version) => {
    const folder = freshFolder(`ibm-${version}`);
    writeFileSync(join(folder, "before.yaml"), description(version));
    writeFileSync(join(folder, "after.yaml"), embedded(version));
    const before = await ibmFindings(folder, "before.yaml");
    const after = await ibmFindings(folder, "after.yaml");
    expect(after.length).toBeGreaterThan(0);
    const added = after.filter((finding) => !before.includes(finding));
    expect(added.filter((finding) => !HOUSE_RULES.some((rule) => finding.startsWith(`${rule} `)))).toEqual([]);
  },
);

async function ibmFindings(folder: string, name: string): Promise<readonly string[]> {
  const report = JSON.parse(await run("lint-openapi", ["-j", name], folder, true)) as Readonly<
    Record<string, JsonObject>
  >;
  return ["error", "warning", "info", "hint"].flatMap((level) => {
    const results = (report[level]?.["results"] ?? []) as unknown as readonly IbmFinding[];
    return results.map(({ rule, path, message }) => `${rule} ${path.join("/")}: ${message}`);
  });
}

interface IbmFinding {
  readonly rule: string;
  readonly path: readonly string[];
  readonly message: string;
}
