// Checks that a translated message prints the arguments of the original.
import type { ResolvedCase, ResolvedTranslation } from "../../reader/table/resolve.ts";
import { type ArgumentDifference, compareArguments, described, partOf } from "../../template/arguments.ts";
import type { Directive, Template, TemplateProblem } from "../../template/template.ts";
import { inMessage, keyOf, labelOf } from "../engine/places.ts";
import { defineRule, type Finding } from "../engine/rule.ts";

export const translationArguments = defineRule({
  id: "translation-arguments",
  scope: "error",
  severity: "error",
  required: true,
  summary: "A translated message has the arguments of the original.",
  explanation:
    "Every argument of the original has to be printed, with a directive of the same type, and no other. A translation may change " +
    "their order and repeat them: positions such as %2$s name the argument, and so do placeholders with names.",
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
  reads: ["placeholders"],
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
      message: `"${labelOf(entry)}" has no message that could be translated.`,
      help: "Remove the message here, or add one to the table.",
      related: [{ ...keyOf(entry), message: "The error is listed here." }],
    };
    return;
  }
  if (printAlike(entry.template.template, translated)) return;
  const related = [{ ...inMessage(entry), message: "The original message stands here." }];
  const differences = compareArguments(entry.template.template, translated);
  for (const difference of differences) {
    const { translation: after } = difference;
    yield { ...inMessage(translation, after && partOf(after)), ...describe(difference), related };
  }
}

/** Most translations print the same directives in the same order. */
function printAlike({ tokens: before }: Template, { tokens: after }: Template): boolean {
  let at = 0;
  for (const token of after) {
    if (token.kind === "literal") continue;
    while (before[at]?.kind === "literal") at += 1;
    const other = before[at];
    if (other?.kind !== "directive" || other.argument !== token.argument || other.conversion !== token.conversion) {
      return false;
    }
    at += 1;
  }
  return before.slice(at).every((token) => token.kind === "literal");
}

function describe(difference: ArgumentDifference): Pick<TemplateProblem, "message" | "help"> {
  const { original: before, translation: after } = difference;
  if (after === undefined) return leftOut(before);
  if (before === undefined) return added(after);
  return {
    message: `"${after.text}" prints argument ${after.argument + 1} as ${described(after)}, but in the original it is ${described(before)}.`,
    help: `Name the argument that is meant by its position; this one would be ${exampleOf(before)}.`,
  };
}

function leftOut(before: Directive): Pick<TemplateProblem, "message" | "help"> {
  const { argument, name, text } = before;
  const subject = name === undefined ? `argument ${argument + 1}, "${text}"` : `"${text}"`;
  return {
    message: `The translation leaves out ${subject}.`,
    help: `Print it, for example with ${exampleOf(before)}.`,
  };
}

function added({ argument, name, text }: Directive): Pick<TemplateProblem, "message" | "help"> {
  if (name !== undefined) {
    const help = "Remove it, or write the name as the original does.";
    return { message: `"${text}" is no placeholder of the original.`, help };
  }
  const message = `"${text}" prints argument ${argument + 1}, which the original does not have.`;
  return { message, help: "Remove it, or name the argument that is meant by its position." };
}

function exampleOf({ argument, name, text, conversion }: Directive): string {
  return name === undefined ? `%${argument + 1}$${conversion}` : text;
}
