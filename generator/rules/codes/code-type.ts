// Checks that codes have the type that the body of the table states.
import { bodyLayout } from "../../model/body-layout.ts";
import type { CodeType } from "../../model/body-model.ts";
import { isIntegerCode } from "../../model/wire-code.ts";
import type { LoadedTable } from "../../reader/table/resolve.ts";
import { inTable, keyInTable } from "../engine/places.ts";
import { defineRule, type Finding } from "../engine/rule.ts";

export const codeType = defineRule({
  id: "code-type",
  severity: "error",
  required: true,
  summary: "Codes have the type that `body.code` states.",
  explanation:
    "A code without quotes such as 40013 looks like a number, but a table whose `body.code` has no `type: integer` describes strings: a program that " +
    'compares the number 40013 with the string "40013" never finds it. Where bodies hold integers, every code is an integer in decimal digits.',
  example: {
    wrong: "errors:\n  40013: { status: 400, solution: Correct it. }\n",
    right:
      "body: { code: { at: /code, type: integer }, message: /message }\nerrors:\n  40013: { status: 400, solution: Correct it. }\n",
  },
  reads: ["body"],
  *check({ root, tables }) {
    const { type } = bodyLayout(root.table.body).code;
    if (type !== "string") yield* checkIntegers(root, type);
    for (const loaded of tables) {
      for (const field of ["errors", "retired"] as const) {
        for (const code of Object.keys(loaded.table[field] ?? {})) {
          const finding = FAULTS[type](code, field, loaded);
          if (finding !== undefined) yield finding;
        }
      }
    }
  },
});

type Field = "errors" | "retired";

/** The other fields of `body.code` that tell of codes. */
function* checkIntegers(root: LoadedTable, type: CodeType): Iterable<Finding> {
  const { code } = root.table.body ?? {};
  const { success = [], prefix } = typeof code === "object" ? code : {};
  for (const [index, each] of success.entries()) {
    if (type === "mixed" || isIntegerCode(String(each))) continue;
    yield {
      ...inTable(root, "body", "code", "success", index),
      message: `The success code "${each}" is no integer, but "body.code" has the type integer.`,
      help: "Write decimal digits without leading zeros, at most 2^53, or remove the type.",
    };
  }
  if (prefix === undefined) return;
  yield {
    ...keyInTable(root, "body", "code", "prefix"),
    message: `Codes ${type === "mixed" ? "may be integers" : "have the type integer"}, and no integer begins with the prefix "${prefix}".`,
    help: 'Remove "prefix", or remove the type where bodies hold texts.',
  };
}

function notInteger(code: string, field: Field, loaded: LoadedTable): Finding | undefined {
  if (isIntegerCode(code)) return undefined;
  return {
    ...keyInTable(loaded, field, code),
    message: `The code "${code}" is no integer, but "body.code" has the type integer.`,
    help: "Write decimal digits without leading zeros, at most 2^53, or remove the type.",
  };
}

function notString(code: string, field: Field, loaded: LoadedTable): Finding | undefined {
  // To find a key in the document takes longer than to look at it.
  if (!/^-?\d+$/.test(code) || !loaded.document.hasIntegerKey([field, code])) return undefined;
  return {
    ...keyInTable(loaded, field, code),
    message: `The code ${code} is written as an integer, but the codes of this table are strings.`,
    fix: { kind: "replace", text: code },
    help: `Write it in quotes: "${code}"; or, if bodies hold an integer, write body: { code: { at: /code, type: integer } } with the place of the code.`,
  };
}

/** Keys of digits stand for integers, all other keys for texts. */
const FAULTS = { string: notString, integer: notInteger, mixed: () => undefined };
