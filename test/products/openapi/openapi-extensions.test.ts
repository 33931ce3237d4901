// The extensions of schemas, and the names of responses.
import { describe, expect, test } from "vitest";
import { modelOf } from "../../helpers/model-fixtures.ts";
import { componentsOf } from "../../helpers/openapi-document.ts";

describe("facts that only programs read", () => {
  test("tags and fields of people's own are extensions, which never take the names of errtable's own", async () => {
    const errors = {
      A: {
        status: 400,
        message: "a",
        tags: ["Network"],
        solution: "Wait.",
        "x-owner": { team: "a" },
        "x-solution": "mine",
        "x-errtable": "Demo 0",
      },
      B: { status: 400, cases: { one: { message: "b", "x-level": 3, retry: "never" }, two: { status: 409 } } },
    };
    const { schemas } = await componentsOf(modelOf({ tags: { Network: {} }, errors }));
    expect(schemas["AError"]).toMatchObject({
      "x-owner": { team: "a" },
      "x-error-tags": ["Network"],
      "x-solution": "Wait.",
    });
    expect(schemas["AError"]).not.toHaveProperty("x-errtable");
    expect(schemas["BError"]?.["x-error-cases"]).toEqual([
      { case: "one", statuses: [400], "x-level": 3, "x-message-template": "b", "x-retry": "never" },
      { case: "two", statuses: [409] },
    ]);
    expect(schemas["BError"]).not.toHaveProperty("x-message-template");
  });
});

describe("names of responses", () => {
  test("are those of their statuses, and no name is the end of another", async () => {
    const statuses = [200, 302, 304, 404];
    const errors = Object.fromEntries(statuses.map((status) => [`E${status}`, { status }]));
    const { responses } = await componentsOf(modelOf({ errors }));
    expect(Object.keys(responses)).toEqual(["OKErrors", "Status302Errors", "NotModifiedErrors", "NotFoundErrors"]);
    expect(responses["NotModifiedErrors"]?.["description"]).toBe("304 Not Modified: `E304`");
  });
});
