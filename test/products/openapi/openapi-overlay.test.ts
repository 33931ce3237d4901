// The Overlay: its form, and what descriptions are once it is applied, and applied again.
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Model } from "../../../generator/model/model.ts";
import { emit } from "../../../generator/products/index.ts";
import type { OpenapiOptions } from "../../../generator/products/options.gen.ts";
import { render } from "../../../generator/products/render.ts";
import type { JsonObject } from "../../../generator/text/json/value.ts";
import { modelOf, modelOfFile } from "../../helpers/model-fixtures.ts";
import { applyOverlay } from "../../helpers/overlay.ts";

const ERRORS = {
  A: { status: 404, headers: { "X-Hint": {} } },
  B: { status: 404 },
  C: { status: 403 },
  D: { status: 500, audience: "internal" },
  E: { status: 500 },
};
const OPERATIONS = {
  "*": ["C", "E"],
  Get: ["A"],
  "PUT /x/{it's}": ["B"],
  "It's && \\ odd": ["A", "B"],
};
const LISTED = modelOf({ version: "1.2.0", errors: ERRORS, operations: OPERATIONS });

const OK = { "200": { description: "OK" } };
const DOCUMENT = {
  openapi: "3.1.1",
  paths: {
    "/x/{it's}": {
      summary: "X",
      parameters: [{ name: "it's", in: "path" }],
      get: { operationId: "Get", responses: { ...OK, "403": { description: "By hand." } } },
      put: { operationId: "Put", responses: OK },
    },
    "/y": {
      get: { operationId: "It's && \\ odd", responses: OK },
      put: { responses: { ...OK, "500": { description: "By hand." } } },
    },
  },
} satisfies JsonObject;

describe("an overlay", () => {
  test.each<[string, Model, OpenapiOptions]>([
    ["function-compute", modelOfFile("spec/function-compute.errors.yaml"), { default: true }],
    ["kitchen-sink", modelOfFile("test/cases/kitchen-sink/kitchen-sink.errors.yaml"), { prefix: "Sink." }],
    ["hostile-text", modelOfFile("test/cases/hostile-text/hostile-text.errors.yaml"), { ranges: true }],
    ["a table without errors", modelOf({ errors: {} }), {}],
  ])("of %s has the form that the specification asks for", async (_, model, options) => {
    const overlay = await overlayOf(model, options);
    expect(Object.keys(overlay)).toEqual(["overlay", "info", "actions"]);
    expect(overlay["overlay"]).toBe("1.0.0");
    expect(overlay["info"]).toEqual({ title: `Errors of ${model.title}`, version: model.version ?? "0.0.0" });
    const actions = overlay["actions"] as readonly JsonObject[];
    expect(actions.length).toBeGreaterThan(0);
    for (const { target, description = "", ...rest } of actions) {
      expect(target).toMatch(/^\$/);
      expect(description).toBeTypeOf("string");
      expect([["remove"], ["update"]]).toContainEqual(Object.keys(rest));
      expect(rest["remove"] ?? true).toBe(true);
    }
  });

  test("adds the components, and responses where there is none", async () => {
    const once = applyOverlay(DOCUMENT, await overlayOf(LISTED));
    const { components, paths } = once as typeof DOCUMENT & { readonly components: Record<string, JsonObject> };
    expect(responsesOf(paths)).toEqual({
      Get: { 200: "OK", 403: "By hand.", 404: "GetNotFoundErrors", 500: "CommonInternalServerErrors" },
      Put: { 200: "OK", 403: "CommonForbiddenErrors", 404: "PutXItSNotFoundErrors", 500: "CommonInternalServerErrors" },
      "It's && \\ odd": {
        ...{ 200: "OK", 403: "CommonForbiddenErrors" },
        ...{ 404: "ItSOddNotFoundErrors", 500: "CommonInternalServerErrors" },
      },
      undefined: { 200: "OK", 403: "CommonForbiddenErrors", 500: "By hand." },
    });
    expect(paths["/x/{it's}"].parameters).toEqual(DOCUMENT.paths["/x/{it's}"].parameters);
    expect(Object.keys(components["headers"] ?? {})).toEqual(["X-Hint"]);
    expect(components["schemas"]).toMatchObject({ GetNotFoundErrors: { oneOf: [{}] } });
    // Every one of the components is of use, and an internal error is not among them.
    expect(Object.keys(components["schemas"] ?? {}).filter((name) => !name.endsWith("Errors"))).toEqual(
      ["A", "B", "C", "E"].map((code) => `${code}Error`),
    );
  });

  test("can be applied again, also after an older one", async () => {
    const overlay = await overlayOf(LISTED);
    const once = applyOverlay(DOCUMENT, overlay);
    expect(applyOverlay(once, overlay)).toEqual(once);
    const older = await overlayOf(modelOf({ errors: ERRORS, operations: { ...OPERATIONS, Get: ["B"] } }));
    const before = applyOverlay(DOCUMENT, older);
    expect(before).not.toEqual(once);
    expect(applyOverlay(before, overlay)).toEqual(once);
  });

  test("gives every operation what the whole table has, where it lists no operations", async () => {
    const options = { ranges: true, default: true, prefix: "My" };
    const { paths } = applyOverlay(DOCUMENT, await overlayOf(modelOf({ errors: ERRORS }), options)) as typeof DOCUMENT;
    expect(responsesOf(paths)).toMatchObject({
      Get: { 403: "By hand.", 404: "MyNotFoundErrors", default: "MyDefaultErrors" },
      Put: { 200: "OK", 403: "MyForbiddenErrors", "4XX": "MyClientErrors", "5XX": "MyServerErrors" },
    });
  });
});

async function overlayOf(model: Model, options: OpenapiOptions = {}): Promise<JsonObject> {
  const [artifact] = await emit({ kind: "openapi", options: { ...options, formats: ["overlay"] } }, model);
  if (artifact === undefined) throw new Error("There is no overlay.");
  const { path, text } = await render(artifact);
  expect(path).toBe("overlay.yaml");
  return parse(text) as JsonObject;
}

/** By the operations' ids and by status: the name of the component, or the description. */
function responsesOf(paths: JsonObject): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const operations = Object.values(paths).flatMap((item) => Object.values(item as JsonObject)) as readonly JsonObject[];
  return Object.fromEntries(
    operations
      .filter((operation) => Object.hasOwn(operation, "responses"))
      .map(({ operationId, responses }) => [
        String(operationId),
        Object.fromEntries(
          Object.entries(responses as Readonly<Record<string, Readonly<Record<string, string>>>>).map(
            ([status, { $ref, description, ...rest }]) => {
              expect(rest).toEqual({});
              return [status, $ref?.replace("#/components/responses/", "") ?? description ?? ""];
            },
          ),
        ),
      ]),
  );
}
