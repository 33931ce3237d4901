// What operations of an API description may answer with: who says it, which responses come of it, and what these are called.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { modelFor } from "../../../generator/model/audience.ts";
import { ownerName } from "../../../generator/model/operation-keys.ts";
import { errorsName } from "../../../generator/products/openapi/component-names.ts";
import { describeTable } from "../../../generator/products/openapi/components.ts";
import type { DescribedOperation } from "../../../generator/products/openapi/operation-responses.ts";
import type { OpenapiOptions } from "../../../generator/products/options.gen.ts";
import type { JsonObject } from "../../../generator/text/json/value.ts";
import { operationsWithErrors } from "../../helpers/described-operations.ts";
import { modelOf } from "../../helpers/model-fixtures.ts";

const ERRORS = {
  AliasNotFound: { status: 404 },
  ServiceNotFound: { status: 404, headers: { "X-Hint": {} } },
  FunctionNotFound: { status: 404 },
  Denied: { status: 403 },
  Failed: { status: 500 },
  Crashed: { status: 500, audience: "internal" },
};

const OPERATIONS = {
  "*": ["Failed", "Denied"],
  GetAlias: ["AliasNotFound", "ServiceNotFound"],
  "put /aliases/{id}": ["Denied", "FunctionNotFound"],
  aliases: ["AliasNotFound"],
  Nothing: [],
};

const LISTED = modelOf({ errors: ERRORS, operations: OPERATIONS });
const GET = { method: "get", path: "/x" };

describe("what an operation answers with", () => {
  test.each<[string, Partial<DescribedOperation>, string, Record<string, string>]>([
    [
      "is what the table says of its id, and what it says of all",
      { operationId: "GetAlias", errorCodes: ["FunctionNotFound"], tags: ["aliases"] },
      "operation",
      { 403: "CommonForbiddenErrors", 404: "GetAliasNotFoundErrors", 500: "CommonInternalServerErrors" },
    ],
    [
      "may be said of its method and path",
      { operationId: "PutAlias", method: "PUT", path: "/aliases/{id}", tags: ["aliases"] },
      "operation",
      { 403: "PutAliasesIdForbiddenErrors", 404: "PutAliasesIdNotFoundErrors", 500: "CommonInternalServerErrors" },
    ],
    [
      "is what it says itself, where the table does not name it",
      { operationId: "list-aliases", errorCodes: ["FunctionNotFound", "Unheard"], tags: ["aliases"] },
      "x-error-codes",
      { 403: "CommonForbiddenErrors", 404: "ListAliasesNotFoundErrors", 500: "CommonInternalServerErrors" },
    ],
    [
      "is what the table says of its tag",
      { operationId: "ListAliases", tags: ["new", "aliases"] },
      "tag",
      { 403: "CommonForbiddenErrors", 404: "AliasesNotFoundErrors", 500: "CommonInternalServerErrors" },
    ],
    [
      "is nothing of its own, where that is said",
      { operationId: "Nothing", errorCodes: ["AliasNotFound"] },
      "operation",
      { 403: "CommonForbiddenErrors", 500: "CommonInternalServerErrors" },
    ],
    [
      "is what the table says of all, where nothing else is said",
      { operationId: "toString", tags: ["*", "constructor"] },
      "every",
      { 403: "CommonForbiddenErrors", 500: "CommonInternalServerErrors" },
    ],
  ])("%s", (_, operation, source, responses) => {
    const [described] = operationsWithErrors(LISTED, {}, [{ ...GET, ...operation }]).operations;
    expect(described?.source).toBe(source);
    expect(described?.unknown).toEqual(source === "x-error-codes" ? ["Unheard"] : []);
    expect(described?.responses).toEqual(refs(responses));
  });

  test("is any code, where the table says nothing that fits", () => {
    const all = refs({ 403: "ForbiddenErrors", 404: "NotFoundErrors", 500: "InternalServerErrors" });
    for (const operations of [{}, { GetAlias: ["AliasNotFound"] }]) {
      const { operations: described } = operationsWithErrors(modelOf({ errors: ERRORS, operations }), {}, [GET]);
      expect(described).toEqual([{ source: "all", key: "*", answers: [], unknown: [], responses: all }]);
    }
  });

  test("has the codes of every operation among its own", () => {
    const { components } = operationsWithErrors(LISTED, {}, [{ ...GET, operationId: "x", errorCodes: ["Crashed"] }]);
    expect(Object.keys(components.responses)).toEqual(["CommonForbiddenErrors", "CommonInternalServerErrors"]);
    const { components: whole } = operationsWithErrors(LISTED, { internal: true }, [
      { ...GET, operationId: "x", errorCodes: ["Crashed"] },
    ]);
    expect(codesOf(whole.responses)).toEqual({
      CommonForbiddenErrors: ["Denied"],
      XInternalServerErrors: ["Crashed", "Failed"],
    });
  });

  test("is not any code, where internal ones are all that was said of it", () => {
    const model = modelOf({ errors: ERRORS, operations: { GetAlias: ["Crashed"] } });
    const { operations } = operationsWithErrors(model, {}, [{ ...GET, operationId: "GetAlias" }]);
    expect(operations[0]).toMatchObject({ source: "operation", responses: {} });
  });

  test("falls back to ranges and to the default where they are asked for", () => {
    const options: OpenapiOptions = { default: true, ranges: true, prefix: "My." };
    const { components, operations } = operationsWithErrors(LISTED, options, [{ ...GET, operationId: "GetAlias" }]);
    const responses = operations[0]?.responses ?? {};
    expect(Object.keys(responses)).toEqual(["403", "404", "500", "4XX", "5XX", "default"]);
    expect(responses["default"]).toEqual({ $ref: "#/components/responses/My.DefaultErrors" });
    expect(codesOf(components.responses)).toMatchObject({
      "My.ClientErrors": ["AliasNotFound", "Denied", "FunctionNotFound", "ServiceNotFound"],
      "My.ServerErrors": ["Failed"],
      "My.DefaultErrors": ["AliasNotFound", "Denied", "Failed", "FunctionNotFound", "ServiceNotFound"],
    });
    expect(components.responses["My.ClientErrors"]).toMatchObject({ description: "Any client error of Demo." });
  });
});

describe("the components of operations", () => {
  test("are those that the responses need", () => {
    const { components } = operationsWithErrors(LISTED, {}, [
      { ...GET, operationId: "GetAlias" },
      { ...GET, operationId: "ListAliases", tags: ["aliases"] },
    ]);
    expect(Object.keys(components.schemas)).toEqual([
      ...["AliasNotFoundError", "DeniedError", "FailedError", "ServiceNotFoundError"],
      ...["GetAliasNotFoundErrors", "CommonForbiddenErrors", "CommonInternalServerErrors", "AliasesNotFoundErrors"],
    ]);
    expect(components.schemas["AliasesNotFoundErrors"]).toEqual({
      title: "AliasesNotFoundErrors",
      description: "404 Not Found: `AliasNotFound`",
      oneOf: [{ $ref: "#/components/schemas/AliasNotFoundError" }],
      discriminator: { propertyName: "code", mapping: { AliasNotFound: "#/components/schemas/AliasNotFoundError" } },
    });
    expect(Object.keys(components.headers ?? {})).toEqual(["X-Hint"]);
    expect(components.responses["AliasesNotFoundErrors"]).not.toHaveProperty("headers");
    const { components: none } = operationsWithErrors(LISTED, {}, []);
    expect(none).toEqual({ schemas: {}, responses: {} });
  });

  test("are part of what the whole table has", () => {
    const operations = [{ operationId: "GetAlias" }, { method: "put", path: "/aliases/{id}" }, { tags: ["aliases"] }];
    const { components } = operationsWithErrors(
      LISTED,
      {},
      operations.map((operation) => ({ ...GET, ...operation })),
    );
    expect(describeTable(modelFor({}, LISTED), {})).toMatchObject(components);
  });

  test("are shared by keys of the same name, which then answer with the codes of both", () => {
    const operations = { "get-alias": ["AliasNotFound"], getAlias: ["ServiceNotFound"] };
    const { components } = operationsWithErrors(
      modelOf({ errors: ERRORS, operations }),
      {},
      Object.keys(operations).map((operationId) => ({ ...GET, operationId })),
    );
    expect(codesOf(components.responses)).toEqual({ GetAliasNotFoundErrors: ["AliasNotFound", "ServiceNotFound"] });
  });
});

describe("names", () => {
  test.each([
    ["*", "Common"],
    ["GetAlias", "GetAlias"],
    ["get_alias.v2", "GetAliasV2"],
    ["PATCH /parcels/{id}/items", "PatchParcelsIdItems"],
    ["取得", "Operation_53d6_5f97"],
  ])("the owner of %s is %s", (key, name) => {
    expect(ownerName(key)).toBe(name);
  });

  test("no two statuses or ranges make the same name, whoever owns the codes", () => {
    const settings = { discriminator: true, prefix: "", version: "any" } as const;
    const statuses = Array.from({ length: 500 }, (_, at) => 100 + at);
    const names = [...statuses, "4XX", "5XX", "default"].map((range) => errorsName("", range as "4XX", settings));
    for (const name of names) {
      const ends = names.filter((other) => other !== name && other.endsWith(name));
      // An operation has no range of its own.
      expect(ends).toEqual(name === "ServerErrors" ? ["InternalServerErrors"] : []);
    }
  });

  test("codes that come to the table or to other operations change no name and no response of an operation", () => {
    const codes = fc.subarray(["A", "B", "C", "D", "E", "F"]);
    const table = fc.record({ every: codes, mine: codes, other: codes });
    fc.assert(
      fc.property(table, table, ({ every, mine, other }, more) => {
        const before = described(new Set([...every, ...mine, ...other]), { "*": every, mine, other });
        const grown = [...new Set([...other, ...more.other])];
        const after = described(new Set([...every, ...mine, ...grown, ...more.every]), {
          "*": every,
          mine,
          other: grown,
        });
        expect(after.operations[0]?.responses).toEqual(before.operations[0]?.responses);
        for (const { $ref } of Object.values(before.operations[0]?.responses ?? {})) {
          const name = $ref.slice("#/components/responses/".length);
          expect(after.components.responses[name]).toEqual(before.components.responses[name]);
        }
      }),
      { numRuns: 50 },
    );
  });
});

/** A to F are of three statuses. */
function described(codes: ReadonlySet<string>, operations: Readonly<Record<string, readonly string[]>>) {
  const errors = Object.fromEntries([...codes].map((code) => [code, { status: 400 + (code.charCodeAt(0) % 3) }]));
  return operationsWithErrors(modelOf({ errors, operations }), {}, [{ ...GET, operationId: "mine" }]);
}

function refs(names: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(names).map(([status, name]) => [status, { $ref: `#/components/responses/${name}` }]),
  );
}

function codesOf(responses: ReturnType<typeof describeTable>["responses"]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(responses).map(([name, response]) => [name, (response as JsonObject)["x-error-codes"]]),
  );
}
