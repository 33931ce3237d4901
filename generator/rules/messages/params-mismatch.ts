// Checks that a template has as many arguments as params.

import type { ResolvedError } from "../../reader/table/resolve.ts";
import { partOf, templateArguments } from "../../template/arguments.ts";
import { count, inMessage, keyInEntry } from "../engine/places.ts";
import { defineRule, type FindingFix } from "../engine/rule.ts";

export const paramsMismatch = defineRule({
  id: "params-mismatch",
  severity: "error",
  required: true,
  summary: "Every argument of the message has a param, and every param an argument.",
  explanation:
    "Params give names to the arguments of a message, one per argument and in their order. An argument without a name cannot be " +
    "typed, and a param without an argument is never shown. A position that is used more than once is one param.",
  example: {
    wrong:
      "errors:\n  AliasNotFound:\n    status: 404\n    message: alias '%s' of '%s' does not exist\n" +
      "    params: { alias: { example: prod } }\n    solution: Create an alias.\n",
    right:
      "errors:\n  AliasNotFound:\n    status: 404\n    message: alias '%s' of '%s' does not exist\n" +
      "    params: { alias: { example: prod }, service: { example: demo } }\n    solution: Create an alias.\n",
  },
  *check({ entries }) {
    for (const entry of entries) {
      const { template, spec } = entry;
      // Where the template itself is broken, its arguments cannot be counted.
      if (template !== undefined && template.problems.length > 0) continue;
      const directives = template === undefined ? [] : templateArguments(template.template);
      const names = Object.keys(spec.params ?? {});
      const fix = missingParams(entry, directives.length);
      for (const directive of directives.slice(names.length)) {
        yield {
          ...inMessage(entry, partOf(directive)),
          message: `The directive "${directive.text}" has no param: the message has ${count(directives.length, "argument")}, and ${count(names.length, "param")}.`,
          help: 'Add a param to "params", in the order of the arguments.',
          fix,
        };
      }
      for (const name of names.slice(directives.length)) {
        yield {
          ...keyInEntry(entry, "params", name),
          message:
            template === undefined
              ? `The param "${name}" belongs to no message: "${entry.code}" has none.`
              : `The param "${name}" is never shown: the message has ${count(directives.length, "argument")}, and ${count(names.length, "param")}.`,
          help: "Remove the param, or add a directive for it to the message.",
        };
      }
    }
  },
});

/** Params with names that a person replaces. The next run adds another one, where the error has some already. */
function missingParams({ spec, path }: ResolvedError, count: number): FindingFix | undefined {
  const names = Object.keys(spec.params ?? {});
  const free = Array.from({ length: count }, (_, index) => `param${index + 1}`).slice(names.length);
  const [first] = free;
  if (first === undefined || free.some((name) => names.includes(name))) return undefined;
  if (spec.params !== undefined) return { kind: "add", path: [...path, "params"], name: first, value: "{}" };
  const value = `{ ${free.map((name) => `${name}: {}`).join(", ")} }`;
  return { kind: "add", path, name: "params", value };
}
