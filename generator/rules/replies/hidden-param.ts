// Checks that a message is not hidden while the body shows its params.
import { inEntry, labelOf } from "../engine/places.ts";
import { defineRule } from "../engine/rule.ts";

export const hiddenParam = defineRule({
  id: "hidden-param",
  scope: "error",
  severity: "warning",
  summary: "An error with `expose: generic` has no param that stands in the body.",
  explanation:
    "`expose: generic` keeps the message from clients, while a param with `at` is a member of the body that they read. " +
    "Take `at` away, or expose the message.",
  example: {
    wrong:
      'errors:\n  Down: { status: 503, message: "%s is down", params: { host: { example: db, at: /host } }, expose: generic }\n',
    right:
      'errors:\n  Down: { status: 503, message: "%s is down", params: { host: { example: db } }, expose: generic }\n',
  },
  *check({ cases }) {
    for (const one of cases) {
      if (one.spec.expose !== "generic") continue;
      for (const [name, param] of Object.entries(one.spec.params ?? {})) {
        if (param.at === undefined) continue;
        yield {
          ...inEntry(one, "params", name, "at"),
          message: `The message of "${labelOf(one)}" is hidden, and its param "${name}" stands in the body.`,
          help: 'Remove "at", or write "expose: message".',
        };
      }
    }
  },
});
