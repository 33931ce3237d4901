// Operations, replacements and translations speak of errors by codes, by the names of their cases, and by identifiers.
import { describe, expect, test } from "vitest";
import { modelFor } from "../../generator/model/audience.ts";
import { runRules } from "../../generator/rules/run.ts";
import { modelOf } from "../helpers/model-fixtures.ts";
import { resolveText } from "../helpers/resolve.ts";

const INTEGERS = `body: { code: { at: /code, type: integer }, message: /message }
errors:
  10059: { identifier: StreamNotFound, message: stream not found, solution: Create it. }
  10060: { identifier: Full, solution: Wait., cases: { disk: { message: no room }, memory: { message: no memory } } }
operations:
  Get: [StreamNotFound, { code: Full, case: disk }]
`;

describe("the answers of operations", () => {
  test("may be identifiers, codes and cases", () => {
    const { operations } = modelOf({
      body: { code: { at: "/code", type: "integer" }, message: "/message" },
      errors: {
        10059: { identifier: "StreamNotFound" },
        10060: { identifier: "Full", cases: { disk: { message: "no room" }, memory: { message: "no memory" } } },
      },
      operations: { Get: ["StreamNotFound", { code: "Full", case: "disk" }], Put: [10059, "10060.memory"] },
    });
    expect(operations.map(({ answers }) => answers.map(({ code, case: name }) => [code, name]))).toEqual([
      [
        ["10059", undefined],
        ["10060", "disk"],
      ],
      [
        ["10059", undefined],
        ["10060", "memory"],
      ],
    ]);
  });

  test("are known to the rules", () => {
    const errors = runRules(resolveText(INTEGERS)).filter(({ severity }) => severity === "error");
    expect(errors).toEqual([]);
    const wrong = runRules(resolveText(INTEGERS.replace("[StreamNotFound,", "[StreamFound,")));
    expect(wrong.filter(({ severity }) => severity === "error").map(({ code }) => code)).toEqual(["unknown-code"]);
  });
});

test("a case of an internal error is nobody's replacement outside", () => {
  const model = modelOf({
    errors: {
      Old: { deprecated: { replacedBy: "Inner.a", reason: "It is gone." } },
      Older: { deprecated: { replacedBy: "Kept.a" } },
      Inner: { audience: "internal", cases: { a: { message: "x" }, b: { message: "y" } } },
      "Kept.a": { message: "z" },
      Kept: { audience: "internal", cases: { a: { message: "v" }, b: { message: "w" } } },
    },
  });
  const replacements = modelFor({}, model).errors.map(({ code, deprecated }) => [code, deprecated?.replacedBy]);
  expect(replacements).toEqual([
    ["Kept.a", undefined],
    ["Old", undefined],
    ["Older", "Kept.a"],
  ]);
});
