// Checks that the type of a param agrees with the directive that prints it.
import { type NamedParam, namedParams } from "../../model/named-params.ts";
import type { ResolvedCase } from "../../reader/table/resolve.ts";
import { described, partOf, valueType } from "../../template/arguments.ts";
import { inEntry, inMessage, keyInEntry } from "../engine/places.ts";
import { defineRule, type Finding } from "../engine/rule.ts";

export const paramType = defineRule({
  id: "param-type",
  scope: "error",
  severity: "error",
  required: true,
  summary: "A param's type is one that its directive can print.",
  explanation:
    "Programs pass a value of the type, and the directive prints it: %s and %c print strings, %d, %i, %u, %x and %o " +
    "integers, %f, %e and %g numbers. A type may be narrower (`int64` for %d), and `enum`, `pattern` and `format` describe strings only. " +
    "Change the type or the directive.",
  example: {
    wrong:
      "errors:\n  TooLarge:\n    status: 413\n    message: more than %s bytes\n    params: { limit: { type: integer } }\n" +
      "    solution: Send less.\n",
    right:
      "errors:\n  TooLarge:\n    status: 413\n    message: more than %d bytes\n    params: { limit: { type: integer } }\n" +
      "    solution: Send less.\n",
  },
  reads: ["placeholders"],
  *check({ cases }) {
    for (const entry of cases) {
      for (const param of namedParams(entry)) yield* checkParam(entry, param);
    }
  },
});

function* checkParam(entry: ResolvedCase, { name, param, directive, type }: NamedParam): Iterable<Finding> {
  // An int64 is an integer of a narrower type.
  if (valueType(directive) !== (type === "int64" ? "integer" : type)) {
    yield {
      ...inEntry(entry, "params", name, "type"),
      message: `The param "${name}" is of type "${param.type}", but "${directive.text}" prints ${described(directive)}.`,
      help: "Change the type, or the directive in the message.",
      related: [{ ...inMessage(entry, partOf(directive)), message: "The directive stands here." }],
    };
    return;
  }
  for (const field of ["enum", "pattern", "format"] as const) {
    if (param[field] === undefined || type === "string") continue;
    yield {
      ...keyInEntry(entry, "params", name, field),
      message: `The param "${name}" has "${field}", which describes strings, but it is ${described(directive)}.`,
      help: `Remove "${field}".`,
    };
  }
}
