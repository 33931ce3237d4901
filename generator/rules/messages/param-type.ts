// Checks that the type of a param agrees with the directive that prints it.

import type { ResolvedError } from "../../reader/table/resolve.ts";
import { valueType } from "../../template/arguments.ts";
import type { Directive, ParamType } from "../../template/template.ts";
import { inEntry, inMessage, keyInEntry } from "../engine/places.ts";
import { defineRule, type Finding } from "../engine/rule.ts";
import { type NamedParam, namedParams } from "../engine/values.ts";

export const paramType = defineRule({
  id: "param-type",
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
  *check({ entries }) {
    for (const entry of entries) {
      for (const param of namedParams(entry)) yield* checkParam(entry, param);
    }
  },
});

const PRINTABLE: Readonly<Record<ParamType, readonly ParamType[]>> = {
  string: ["string"],
  integer: ["integer", "int64"],
  int64: ["integer", "int64"],
  number: ["number"],
};

const NOUNS: Readonly<Record<ParamType, string>> = {
  string: "a string",
  integer: "an integer",
  int64: "an integer",
  number: "a number",
};

function* checkParam(entry: ResolvedError, { name, param, directive, type }: NamedParam): Iterable<Finding> {
  const printed = valueType(directive);
  if (param.type !== undefined && !PRINTABLE[printed].includes(param.type)) {
    yield {
      ...inEntry(entry, "params", name, "type"),
      message: `The param "${name}" is of type "${param.type}", but "${directive.text}" prints ${NOUNS[printed]}.`,
      help: "Change the type, or the directive in the message.",
      related: [{ ...inMessage(entry, partOf(directive)), message: "The directive stands here." }],
    };
    return;
  }
  for (const field of ["enum", "pattern", "format"] as const) {
    if (param[field] === undefined || type === "string") continue;
    yield {
      ...keyInEntry(entry, "params", name, field),
      message: `The param "${name}" has "${field}", which describes strings, but it is ${NOUNS[type]}.`,
      help: `Remove "${field}".`,
    };
  }
}

function partOf({ offset, text }: Directive): { readonly offset: number; readonly length: number } {
  return { offset, length: text.length };
}
