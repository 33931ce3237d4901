// The fields of body.code agree with each other and with the codes.
import { expect, test } from "vitest";
import { runRules } from "../../generator/rules/run.ts";
import { resolveText } from "../helpers/resolve.ts";

const errorsIn = (code: string, row: string) =>
  runRules(
    resolveText(
      `body: { code: { at: /c, ${code} }, message: /m }\nerrors: { ${row}: { status: 500, identifier: It, description: It., solution: Wait. } }\n`,
    ),
  )
    .filter(({ severity }) => severity === "error")
    .map((found) => found.code);

test.each([
  ["success: [X, 0]", "X"],
  ["success: [0]", '"0"'],
  ["type: integer, success: [0]", "0"],
  ['type: integer, success: ["0"]', "0"],
  ['prefix: "p:", success: ["p:X"]', "X"],
])("{ %s } is no error with the code %s", (code, row) => {
  expect(errorsIn(code, row)).toEqual(["success-code"]);
});

test.each([
  ["success: [OK, 0]", "X"],
  ["type: integer, success: [0]", "1"],
  ['prefix: "p:", success: [X]', "X"],
])("{ %s } goes with an error %s", (code, row) => {
  expect(errorsIn(code, row)).toEqual([]);
});

test.each(["success: [ok]", 'success: ["02"]', 'prefix: "x:"'])("integers go without { %s }", (code) => {
  expect(errorsIn(`type: integer, ${code}`, "1")).toEqual(["code-type"]);
});
