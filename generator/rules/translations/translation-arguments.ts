// Checks that a translated message prints the arguments of the original.
import type { ResolvedCase, ResolvedTranslation } from "../../reader/table/resolve.ts";
import { compareArguments, described, partOf } from "../../template/arguments.ts";
import type { Directive, Template, TemplateProblem } from "../../template/template.ts";
import { inMessage, keyOf } from "../engine/places.ts";
import { defineRule, type Finding } from "../engine/rule.ts";

export const translationArguments = defineRule({
  id: "translation-arguments",
  severity: "error",
  required: true,
  summary: "A translated message has the arguments of the original.",
  explanation:
    "Every argument of the original has to be printed, with a directive of the same type, and no other. A translation may change " +
    "their order and repeat them: positions such as %2$s name the argument.",
  example: {
    beside: {
      "example.errors.yaml":
        "name: Example\nerrors:\n  NotFound:\n    status: 404\n    message: item '%s' of shelf %d does not exist\n" +
        "    params: { item: {}, shelf: {} }\n    solution: Look elsewhere.\n",
    },
    wrong:
      "translates: ./example.errors.yaml\nlocale: de\nerrors:\n  NotFound:\n    message: in Regal %d fehlt der Artikel „%s“\n" +
      "    solution: Suchen Sie anderswo.\n",
    right:
      "translates: ./example.errors.yaml\nlocale: de\nerrors:\n  NotFound:\n    message: in Regal %2$d fehlt der Artikel „%1$s“\n" +
      "    solution: Suchen Sie anderswo.\n",
  },
  *check({ cases }) {
    for (const entry of cases) {
      for (const translation of entry.translations) {
        const { template } = translation;
        if (template === undefined || template.problems.length > 0) continue;
        if ((entry.template?.problems.length ?? 0) > 0) continue;
        yield* compare(entry, translation, template.template);
      }
    }
  },
});

function* compare(entry: ResolvedCase, translation: ResolvedTranslation, translated: Template): Iterable<Finding> {
  if (entry.template === undefined) {
    yield {
      ...inMessage(translation),
      message: `"${entry.code}" has no message that could be translated.`,
      help: "Remove the message here, or add one to the table.",
      related: [{ ...keyOf(entry), message: "The error is listed here." }],
    };
    return;
  }
  if (printAlike(entry.template.template, translated)) return;
  const related = [{ ...inMessage(entry), message: "The original message stands here." }];
  const differences = compareArguments(entry.template.template, translated);
  for (const { argument, original: before, translation: after } of differences) {
    yield { ...inMessage(translation, after && partOf(after)), ...describe(argument + 1, before, after), related };
  }
}

/** Most translations print the same directives in the same order. */
function printAlike({ tokens: before }: Template, { tokens: after }: Template): boolean {
  let at = 0;
  for (const token of after) {
    if (token.kind === "literal") continue;
    while (before[at]?.kind === "literal") at += 1;
    const other = before[at];
    if (other?.kind !== "directive" || other.text !== token.text || other.argument !== token.argument) return false;
    at += 1;
  }
  return before.slice(at).every((token) => token.kind === "literal");
}

function describe(
  position: number,
  before: Directive | undefined,
  after: Directive | undefined,
): Pick<TemplateProblem, "message" | "help"> {
  if (after === undefined) {
    const message = `The translation leaves out argument ${position}, "${before?.text}".`;
    return { message, help: `Print it, for example with %${position}$${before?.conversion}.` };
  }
  if (before === undefined) {
    const message = `"${after.text}" prints argument ${position}, which the original does not have.`;
    return { message, help: "Remove it, or name the argument that is meant by its position." };
  }
  return {
    message: `"${after.text}" prints argument ${position} as ${described(after)}, but in the original it is ${described(before)}.`,
    help: `Name the argument that is meant by its position; this one would be %${position}$${before.conversion}.`,
  };
}
