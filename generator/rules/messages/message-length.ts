// Checks that no message is longer than messages of the API are.
import { bodyLayout } from "../../model/body-layout.ts";
import { exampleMessage, exampleValues, lengthOf } from "../../model/examples.ts";
import { namedParams } from "../../model/named-params.ts";
import type { Example } from "../../reader/spec.gen.ts";
import type { ResolvedCase } from "../../reader/table/resolve.ts";
import type { Template } from "../../template/template.ts";
import { inMessage, labelOf } from "../engine/places.ts";
import { defineRule } from "../engine/rule.ts";
import { valueProblem } from "../engine/values.ts";

export const messageLength = defineRule({
  id: "message-length",
  scope: "error",
  severity: "error",
  required: true,
  summary: "Messages with their examples are no longer than the body allows.",
  explanation:
    "`maxLength` of `body.message` limits the messages of all bodies, and guards and schemas refuse longer ones. So an example " +
    "whose message is longer shows a body that the API never sends. Characters are counted as code points.",
  example: {
    wrong:
      "body: { code: /code, message: { at: /message, maxLength: 20 } }\nerrors:\n  NotFound:\n    status: 404\n" +
      "    message: no order '%s'\n    params: { orderId: { example: 2026-11-A-1 } }\n    solution: Check it.\n",
    right:
      "body: { code: /code, message: { at: /message, maxLength: 20 } }\nerrors:\n  NotFound:\n    status: 404\n" +
      "    message: no order '%s'\n    params: { orderId: { example: A-1 } }\n    solution: Check it.\n",
  },
  reads: ["body", "placeholders"],
  *check({ root, cases }) {
    const { maxLength } = bodyLayout(root.table.body).message ?? {};
    if (maxLength === undefined) return;
    for (const entry of cases) {
      for (const owner of [entry, ...entry.translations]) {
        if (owner.template === undefined || owner.template.problems.length > 0) continue;
        const [longest] = examplesOf(entry, owner.template.template).toSorted((a, b) => b.length - a.length);
        if (longest === undefined || longest.length <= maxLength) continue;
        yield {
          ...inMessage(owner),
          message: `The message of "${labelOf(entry)}" has ${longest.length} characters${longest.where}, and messages have ${maxLength} at most.`,
          help: 'Write a shorter message or shorter examples, or correct "maxLength" in "body.message".',
        };
      }
    }
  },
});

interface ExampleLength {
  readonly length: number;
  /** The words that name the example. */
  readonly where: string;
}

/** The example of an error that writes none. */
const UNNAMED: readonly (readonly [string, Pick<Example, "params">])[] = [["", {}]];

/** The examples whose values are of the types of their params; other rules report the others. */
function examplesOf(entry: ResolvedCase, template: Template): readonly ExampleLength[] {
  const named = namedParams(entry);
  const params = named.map(({ param, name, type }) => ({ ...param, name, type }));
  const examples = Object.entries<Pick<Example, "params">>(entry.spec.examples ?? {});
  return (examples.length === 0 ? UNNAMED : examples).flatMap(([name, { params: given }]) => {
    const values = exampleValues(params, given);
    if (named.some((one) => valueProblem(values[one.name] ?? "", one) !== undefined)) return [];
    const made = params.length === 0 ? "" : " with the examples of its params";
    const where = name === "" ? made : ` in the example "${name}"`;
    return [{ length: lengthOf(exampleMessage(template, params, values)), where }];
  });
}
