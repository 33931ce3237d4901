// Checks that an example has a value for each param of the message.
import { type NamedParam, namedParams } from "../../model/named-params.ts";
import type { ResolvedCase } from "../../reader/table/resolve.ts";
import { inEntry, keyInEntry, labelOf, list, nearest } from "../engine/places.ts";
import { defineRule, type Finding } from "../engine/rule.ts";
import { valueProblem } from "../engine/values.ts";

export const exampleParams = defineRule({
  id: "example-params",
  scope: "error",
  severity: "error",
  required: true,
  summary: "Examples give the params of their message.",
  explanation:
    "An example renders to a response body, so each param of the message needs a value of its type: from the example, or from the " +
    "param's own `example`. A name that is no param is a misspelling.",
  example: {
    wrong:
      "errors:\n  NotFound:\n    status: 404\n    message: no order '%s'\n    params: { orderId: {} }\n    solution: Check it.\n" +
      "    examples: { one: { params: { order: A-1 } } }\n",
    right:
      "errors:\n  NotFound:\n    status: 404\n    message: no order '%s'\n    params: { orderId: {} }\n    solution: Check it.\n" +
      "    examples: { one: { params: { orderId: A-1 } } }\n",
  },
  reads: ["placeholders"],
  *check({ cases }) {
    for (const entry of cases) {
      if (entry.spec.examples === undefined || (entry.template?.problems.length ?? 0) > 0) continue;
      const params = namedParams(entry);
      for (const name of Object.keys(entry.spec.examples)) yield* checkExample(entry, name, params);
    }
  },
});

function* checkExample(entry: ResolvedCase, example: string, params: readonly NamedParam[]): Iterable<Finding> {
  const given = entry.spec.examples?.[example]?.params ?? {};
  const names = params.map(({ name }) => name);
  for (const name of Object.keys(given)) {
    if (names.includes(name)) continue;
    yield {
      ...keyInEntry(entry, "examples", example, "params", name),
      message: `The example "${example}" gives "${name}", which is no param of "${labelOf(entry)}".`,
      help: nearest(name, names, "The params are", "The message has no params."),
    };
  }
  for (const named of params) {
    const value = Object.hasOwn(given, named.name) ? given[named.name] : undefined;
    const problem = value === undefined ? undefined : valueProblem(value, named);
    if (problem === undefined) continue;
    yield {
      ...inEntry(entry, "examples", example, "params", named.name),
      message: `The param "${named.name}" of the example "${example}" ${problem}.`,
      help: `The message prints it with "${named.directive.text}".`,
    };
  }
  const missing = params
    .filter(({ name, param }) => !Object.hasOwn(given, name) && param.example === undefined && param.enum === undefined)
    .map(({ name }) => name);
  if (missing.length > 0) {
    yield {
      ...keyInEntry(entry, "examples", example),
      message: `The example "${example}" has no value for ${list(missing, 10)}.`,
      help: 'Add it to the "params" of the example, or give the param an "example" of its own.',
    };
  }
}
