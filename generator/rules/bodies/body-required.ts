// Checks that a required member of the body is described.
import { inTable, nearest } from "../engine/places.ts";
import { defineRule } from "../engine/rule.ts";

export const bodyRequired = defineRule({
  id: "body-required",
  severity: "error",
  required: true,
  summary: "`body.required` names common members.",
  explanation:
    "`body.properties` has to describe each member that is always there. The code and the message are always required and are not listed.",
  example: {
    wrong:
      "body: { code: /code, message: /message, properties: { requestId: { type: string } }, required: [requestID] }\n" +
      "errors:\n  Busy: { status: 503, solution: Wait. }\n",
    right:
      "body: { code: /code, message: /message, properties: { requestId: { type: string } }, required: [requestId] }\n" +
      "errors:\n  Busy: { status: 503, solution: Wait. }\n",
  },
  *check({ tables }) {
    for (const loaded of tables) {
      const names = Object.keys(loaded.table.body?.properties ?? {});
      const known = new Set(names);
      for (const [index, name] of (loaded.table.body?.required ?? []).entries()) {
        if (known.has(name)) continue;
        yield {
          ...inTable(loaded, "body", "required", index),
          message: `The required member "${name}" is not among the body's properties.`,
          help: nearest(name, names, "The common members are", 'Describe it in "properties".'),
        };
      }
    }
  },
});
