// The answers of an operation, by case and status: the responses that they stand in, and all that these hold.
import { describe, expect, test } from "vitest";
import type { OpenapiOptions } from "../../../generator/products/options.gen.ts";
import type { JsonObject } from "../../../generator/text/json/value.ts";
import { operationsWithErrors } from "../../helpers/described-operations.ts";
import { modelOf } from "../../helpers/model-fixtures.ts";

const GET = { method: "get", path: "/x" };

describe("an answer of an operation", () => {
  const errors = {
    Denied: {
      status: 403,
      description: "It is denied.",
      cases: {
        closed: { message: "it is closed", headers: { "X-Opens": {} } },
        quota: { status: [403, 409], message: "no more %s", params: { what: { example: "disks" } } },
      },
    },
    Busy: { status: [429, 503], headers: { "Retry-After": {} } },
    Silent: { description: "Nobody states a status." },
    Half: { cases: { stated: { status: 404, message: "no half" }, other: { message: "half" } } },
  };
  const answersOf = (answers: readonly unknown[], options: OpenapiOptions = {}) => {
    const model = modelOf({ errors, operations: { GetIt: answers } });
    const { components, operations } = operationsWithErrors(model, options, [{ ...GET, operationId: "GetIt" }]);
    return { components, responses: Object.keys(operations[0]?.responses ?? {}) };
  };

  test("may be one case and one status, which has the examples and headers of that case alone", () => {
    const { components, responses } = answersOf([{ code: "Denied", case: "quota", status: 403 }]);
    expect(responses).toEqual(["403"]);
    const response = components.responses["GetItForbiddenErrors"] as JsonObject;
    expect(response).toMatchObject({
      description: "403 Forbidden: `Denied`\n\n* `Denied.quota`: no more &#123;what&#125;",
      "x-error-codes": ["Denied"],
    });
    expect(examplesOf(response)).toEqual(["Denied.quota"]);
    expect(response).not.toHaveProperty("headers");
    expect(components).not.toHaveProperty("headers");
    expect(Object.keys(components.schemas)).toEqual(["DeniedError", "GetItForbiddenErrors"]);
  });

  test("stands in the response of each of its statuses, there with the cases of that status", () => {
    const { components, responses } = answersOf(["Denied", { code: "Busy", status: 503 }]);
    expect(responses).toEqual(["403", "409", "503"]);
    const named = components.responses as Readonly<Record<string, JsonObject>>;
    expect(examplesOf(named["GetItForbiddenErrors"])).toEqual(["Denied.closed", "Denied.quota"]);
    expect(examplesOf(named["GetItConflictErrors"])).toEqual(["Denied.quota"]);
    expect(named["GetItForbiddenErrors"]?.["headers"]).toEqual({ "X-Opens": { $ref: "#/components/headers/X-Opens" } });
    expect(Object.keys(components.schemas).filter((name) => name.endsWith("Error"))).toEqual([
      "BusyError",
      "DeniedError",
    ]);
  });

  test("may mean something of its own, which is safe in the description of its response", () => {
    const description = "Close it <b>first</b>.\n\nThen [wait](javascript:x).";
    const { components } = answersOf(["Silent", { code: "Busy", status: 429, description }]);
    expect(components.responses["GetItTooManyRequestsErrors"]).toMatchObject({
      description:
        "429 Too Many Requests: `Busy`\n\n* `Busy`: Close it &lt;b>first&lt;/b>.\n\n  Then [wait]\\(javascript&#58;x).",
    });
  });

  test("without a status is in the default response, which a response for any error replaces", () => {
    const stated = answersOf(["Silent", "Half"]);
    expect(stated.responses).toEqual(["404", "default"]);
    expect(stated.components.responses["GetItDefaultErrors"]).toMatchObject({
      description: "Any status: `Half`, `Silent`\n\n* `Half.other`: half",
      "x-error-codes": ["Half", "Silent"],
    });
    const any = answersOf(["Silent", "Half"], { default: true });
    expect(any.responses).toEqual(["404", "default"]);
    expect(Object.keys(any.components.responses)).toEqual(["GetItNotFoundErrors", "DefaultErrors"]);
  });

  test("may be named by an operation as its code travels", () => {
    const body = { code: { at: "/type", prefix: "urn:x:" }, message: "/detail" };
    const model = modelOf({ body, errors: { badNonce: { status: 400 }, busy: { status: 503 } } });
    const errorCodes = ["urn:x:badNonce", "busy", "urn:x:busy", "urn:y:busy"];
    const [operation] = operationsWithErrors(model, {}, [{ ...GET, operationId: "x", errorCodes }]).operations;
    expect(operation?.answers.map(({ code }) => code)).toEqual(["badNonce", "busy"]);
    expect(operation?.unknown).toEqual(["urn:y:busy"]);
  });
});

function examplesOf(response: JsonObject | undefined): readonly string[] {
  const [media] = Object.values((response?.["content"] ?? {}) as Readonly<Record<string, JsonObject>>);
  return Object.keys((media?.["examples"] ?? {}) as object);
}
