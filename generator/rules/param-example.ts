// A param's own example has to be a value that the param can have.
import { inEntry } from "./places.ts";
import type { Rule } from "./rule.ts";
import { namedParams, valueProblem } from "./values.ts";

export const paramExample: Rule = {
  id: "param-example",
  severity: "error",
  required: true,
  summary: "A param's example is one of its values.",
  explanation:
    "The example stands in every rendered message and body, so it has to have the param's type and to be one of its `enum` values. " +
    'Write numbers without quotes and strings that look like numbers in quotes ("3").',
  example: {
    wrong:
      "errors:\n  TooLarge:\n    status: 413\n    message: more than %d bytes\n    params: { limit: { example: 6 MB } }\n" +
      "    solution: Send less.\n",
    right:
      "errors:\n  TooLarge:\n    status: 413\n    message: more than %d bytes\n    params: { limit: { example: 6291456 } }\n" +
      "    solution: Send less.\n",
  },
  *check({ entries }) {
    for (const entry of entries) {
      for (const named of namedParams(entry)) {
        const { example } = named.param;
        const problem = example === undefined ? undefined : valueProblem(example, named);
        if (problem === undefined) continue;
        yield {
          ...inEntry(entry, "params", named.name, "example"),
          message: `The example of the param "${named.name}" ${problem}.`,
          help: `The message prints it with "${named.directive.text}".`,
        };
      }
    }
  },
};
