// Checks that something in a response tells the cases of a code apart.
import { type ResolvedCase, statusesOf } from "../../reader/table/resolve.ts";
import { keyOf, repetitions } from "../engine/places.ts";
import { defineRule } from "../engine/rule.ts";

export const sameCase = defineRule({
  id: "same-case",
  scope: "error",
  severity: "error",
  required: true,
  summary: "The cases of a code differ in status, message or constants.",
  explanation:
    "A reader of a response knows the code, the status, the message and the members of the body. Two cases with the same values in all of them " +
    "cannot be told apart: they are one case. Join them, or name the difference.",
  example: {
    wrong:
      "errors:\n  Denied:\n    status: 403\n    solution: Wait.\n    cases:\n      night: { message: it is closed }\n      holiday: { message: it is closed }\n",
    right:
      "errors:\n  Denied:\n    status: 403\n    solution: Wait.\n    cases:\n      night: { message: it is closed at night }\n      holiday: { message: it is closed on holidays }\n",
  },
  reads: ["defaults"],
  *check({ entries }) {
    for (const { code, cases } of entries) {
      if (cases.length < 2) continue;
      for (const [one, first] of repetitions(cases, signsOf)) {
        yield {
          ...keyOf(one),
          message: `Nothing tells the case "${one.name}" of "${code}" from the case "${first.name}".`,
          help: "Join them, or give one of them another status, message or constant.",
          related: [{ ...keyOf(first), message: `The case "${first.name}" stands here.` }],
        };
      }
    }
  },
});

function signsOf(one: ResolvedCase): string {
  const { message, constants, details, at } = one.spec;
  const sorted = Object.entries(constants ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([statusesOf(one).toSorted((a, b) => a - b), message, sorted, details, at]);
}
