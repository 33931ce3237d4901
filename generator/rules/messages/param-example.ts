// Checks that the example and the enum of a param are values of its type.
import { namedParams } from "../../model/named-params.ts";
import { inEntry } from "../engine/places.ts";
import { defineRule } from "../engine/rule.ts";
import { valueProblem } from "../engine/values.ts";

export const paramExample = defineRule({
  id: "param-example",
  scope: "error",
  severity: "error",
  required: true,
  summary: "A param's example and enum are values that it can have.",
  explanation:
    "The example stands in every rendered message and body, so it has to have the param's type, to be one of its `enum` values and " +
    'to match its `pattern`; so have the `enum` values. Write numbers without quotes and strings that look like numbers in quotes ("3").',
  example: {
    wrong:
      "errors:\n  TooLarge:\n    status: 413\n    message: more than %d bytes\n    params: { limit: { example: 6 MB } }\n" +
      "    solution: Send less.\n",
    right:
      "errors:\n  TooLarge:\n    status: 413\n    message: more than %d bytes\n    params: { limit: { example: 6291456 } }\n" +
      "    solution: Send less.\n",
  },
  reads: ["placeholders"],
  *check({ cases }) {
    for (const entry of cases) {
      for (const named of namedParams(entry)) {
        const { example, enum: values = [] } = named.param;
        // The rule "param-type" reports an enum on a number.
        const listed = named.type === "string" ? [...values.entries()] : [];
        const offered = [
          ...(example === undefined ? [] : [{ subject: "The example", value: example, steps: ["example"] }]),
          ...listed.map(([index, value]) => ({ subject: `The value "${value}"`, value, steps: ["enum", index] })),
        ];
        for (const { subject, value, steps } of offered) {
          const problem = valueProblem(value, named);
          if (problem === undefined) continue;
          yield {
            ...inEntry(entry, "params", named.name, ...steps),
            message: `${subject} of the param "${named.name}" ${problem}.`,
            help: `The message prints it with "${named.directive.text}".`,
          };
        }
      }
    }
  },
});
