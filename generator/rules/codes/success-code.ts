// Checks that no error has a code that stands for success.
import { bodyLayout } from "../../model/body-layout.ts";
import { wireCodeOf } from "../../model/wire-code.ts";
import { inTable, keyOf } from "../engine/places.ts";
import { defineRule } from "../engine/rule.ts";

export const successCode = defineRule({
  id: "success-code",
  severity: "error",
  required: true,
  summary: "No error has a code that stands for success.",
  explanation:
    "Programs take a body whose code is among `body.code.success` for an answer without an error, so they would never see an error with that code. " +
    "Remove the code from one of the two lists. Bodies hold success codes as they are written, without the prefix of errors.",
  example: {
    wrong:
      "body: { code: { at: /code, type: integer, success: [0] }, message: /message }\n" +
      "errors:\n  0: { identifier: Nothing, status: 404, solution: Create it. }\n",
    right:
      "body: { code: { at: /code, type: integer, success: [0] }, message: /message }\n" +
      "errors:\n  1: { identifier: Nothing, status: 404, solution: Create it. }\n",
  },
  reads: ["body"],
  rowFields: [],
  *check({ root, entries }) {
    const { code: model } = bodyLayout(root.table.body);
    const indexes = new Map(model.success.map((code, index) => [code, index]));
    for (const entry of indexes.size === 0 ? [] : entries) {
      const index = indexes.get(wireCodeOf(entry.code, model));
      if (index === undefined) continue;
      yield {
        ...keyOf(entry),
        message: `The code "${entry.code}" is an error here, and it stands for success as well.`,
        help: 'Remove the error, or remove the code from "body.code.success".',
        related: [
          {
            ...inTable(root, "body", "code", "success", index),
            message: `"${model.success[index]}" stands for success here.`,
          },
        ],
      };
    }
  },
});
