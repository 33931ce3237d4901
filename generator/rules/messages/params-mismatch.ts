// Checks that a template has as many arguments as params.
import { didYouMean } from "../../diagnostic/suggest.ts";
import type { ResolvedCase } from "../../reader/table/resolve.ts";
import { partOf, templateArguments } from "../../template/arguments.ts";
import { foreignPlaceholders, settingFor } from "../../template/foreign.ts";
import type { Directive, Template } from "../../template/template.ts";
import { count, inMessage, keyInEntry, labelOf } from "../engine/places.ts";
import { defineRule, type Finding, type FindingFix } from "../engine/rule.ts";

export const paramsMismatch = defineRule({
  id: "params-mismatch",
  scope: "error",
  severity: "error",
  required: true,
  summary: "Every argument of the message has a param, and every param an argument.",
  explanation:
    "Params give names to the arguments of a message, one per argument and in their order. An argument without a name cannot be " +
    "typed, and a param without an argument is never shown. A position that is used more than once is one param. Placeholders with " +
    "names need no params, but a param needs a placeholder of its name.",
  example: {
    wrong:
      "errors:\n  AliasNotFound:\n    status: 404\n    message: alias '%s' of '%s' does not exist\n" +
      "    params: { alias: { example: prod } }\n    solution: Create an alias.\n",
    right:
      "errors:\n  AliasNotFound:\n    status: 404\n    message: alias '%s' of '%s' does not exist\n" +
      "    params: { alias: { example: prod }, service: { example: demo } }\n    solution: Create an alias.\n",
  },
  reads: ["placeholders"],
  *check({ cases }) {
    for (const entry of cases) {
      // Where the template itself is broken, its arguments cannot be counted.
      if (entry.template !== undefined && entry.template.problems.length > 0) continue;
      const template = entry.template?.template;
      const directives = template === undefined ? [] : templateArguments(template);
      const names = Object.keys(entry.spec.params ?? {});
      const isNamed = template !== undefined && template.placeholders !== "printf";
      if (isNamed) yield* unshown(entry, template, directives, names);
      else yield* miscounted(entry, template, directives, names);
    }
  },
});

/** A placeholder with a name needs no param, but every param a placeholder. */
function* unshown(
  entry: ResolvedCase,
  template: Template,
  directives: readonly Directive[],
  names: readonly string[],
): Iterable<Finding> {
  const shown = directives.map(({ name }) => name?.param ?? "");
  for (const name of names) {
    if (shown.includes(name)) continue;
    const meant = didYouMean(name, shown);
    yield {
      ...keyInEntry(entry, "params", name),
      message: `The param "${name}" is never shown: the message has no placeholder of this name.`,
      help: meant ?? otherSetting(template, name) ?? "Remove the param, or add a placeholder for it to the message.",
    };
  }
}

function* miscounted(
  entry: ResolvedCase,
  template: Template | undefined,
  directives: readonly Directive[],
  names: readonly string[],
): Iterable<Finding> {
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
          ? `The param "${name}" belongs to no message: "${labelOf(entry)}" has none.`
          : `The param "${name}" is never shown: the message has ${count(directives.length, "argument")}, and ${count(names.length, "param")}.`,
      help:
        (template && (otherSetting(template, name) ?? writtenName(template, name))) ??
        "Remove the param, or add a directive for it to the message.",
    };
  }
}

/** The setting that reads a placeholder of this name, where the message has one of another dialect. */
function otherSetting(template: Template, name: string): string | undefined {
  const other = foreignPlaceholders(template).find((one) => one.name === name);
  if (other === undefined) return undefined;
  return `"${other.text}" in the message is read with \`${settingFor(other.placeholders)}\` at the top of the table.`;
}

/** A message that shows the name itself between signs of any kind, such as [name] or #{name}. */
function writtenName({ text }: Template, name: string): string | undefined {
  const word = name.replaceAll(/\W/g, "\\$&");
  const [written] = new RegExp(`[#@&$%~^|{<[(]+${word}[%~^|}>\\])]*(?!\\w)`).exec(text) ?? [];
  return written === undefined ? undefined : `"${written}" in the message is text: write %s in its place.`;
}

/** Params with names that a person replaces. The next run adds another one, where the error has some already. */
function missingParams({ spec, path }: ResolvedCase, count: number): FindingFix | undefined {
  const names = Object.keys(spec.params ?? {});
  const free: string[] = [];
  for (let next = names.length + 1; names.length + free.length < count; next += 1) {
    if (!names.includes(`param${next}`)) free.push(`param${next}`);
  }
  const [first] = free;
  if (first === undefined) return undefined;
  if (spec.params !== undefined) return { kind: "add", path: [...path, "params"], name: first, value: "{}" };
  const value = `{ ${free.map((name) => `${name}: {}`).join(", ")} }`;
  return { kind: "add", path, name: "params", value };
}
