// A translated message has to print the arguments of the original.
import { type Directive, type Template, valueType } from "../model/template.ts";
import type { ResolvedError, ResolvedTranslation } from "../spec/resolve.ts";
import { inMessage } from "./places.ts";
import type { Finding, Rule } from "./rule.ts";

export const translationArguments: Rule = {
  id: "translation-arguments",
  severity: "error",
  required: true,
  summary: "A translated message has the arguments of the original.",
  explanation:
    "Every argument of the original has to be printed, with a directive of the same type, and no other. A translation may change " +
    "their order and repeat them: positions such as %2$s say which argument is meant.",
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
  *check({ entries }) {
    for (const entry of entries) {
      for (const translation of entry.translations) {
        const { template } = translation;
        if (template === undefined || template.problems.length > 0) continue;
        if ((entry.template?.problems.length ?? 0) > 0) continue;
        yield* compare(entry, translation, template.template);
      }
    }
  },
};

function* compare(entry: ResolvedError, translation: ResolvedTranslation, translated: Template): Iterable<Finding> {
  if (entry.template === undefined) {
    yield {
      ...inMessage(translation),
      message: `"${entry.code}" has no message that could be translated.`,
      help: "Remove the message here, or add one to the table.",
      related: [{ document: entry.owner.document, path: entry.path, at: "key", message: "The error is listed here." }],
    };
    return;
  }
  const original = byArgument(entry.template.template);
  const printed = byArgument(translated);
  const related = [{ ...inMessage(entry), message: "The original message stands here." }];
  for (const [argument, directive] of printed) {
    const model = original.get(argument);
    const part = { offset: directive.offset, length: directive.text.length };
    if (model === undefined) {
      yield {
        ...inMessage(translation, part),
        message: `"${directive.text}" prints argument ${argument + 1}, which the original does not have.`,
        help: `Remove it; the original has ${original.size === 0 ? "no arguments" : `${original.size}`}.`,
        related,
      };
    } else if (valueType(model) !== valueType(directive)) {
      yield {
        ...inMessage(translation, part),
        message: `"${directive.text}" prints argument ${argument + 1}, which is "${model.text}" in the original.`,
        help: `Name the argument that is meant by its position, such as %${argument + 1}$${model.conversion}.`,
        related,
      };
    }
  }
  for (const [argument, { text, conversion }] of original) {
    if (printed.has(argument)) continue;
    yield {
      ...inMessage(translation),
      message: `The translation leaves out argument ${argument + 1}, "${text}".`,
      help: `Print it, for example with %${argument + 1}$${conversion}.`,
      related,
    };
  }
}

/** The first directive of each argument. */
function byArgument({ tokens }: Template): ReadonlyMap<number, Directive> {
  const directives = new Map<number, Directive>();
  for (const token of tokens) {
    if (token.kind === "directive" && !directives.has(token.argument)) directives.set(token.argument, token);
  }
  return directives;
}
