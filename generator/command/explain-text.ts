// A rule, or an error of a table, becomes a text that explains it; without a name, the list of rules.
import type { Colors } from "picocolors/types.js";
import type { DiagnosticKind } from "../diagnostic/kinds.ts";
import { createHinter } from "../diagnostic/suggest.ts";
import { showControls } from "../diagnostic/unseen.ts";
import { statusLines } from "../model/http-status.ts";
import {
  type ErrorModel,
  type LifecycleModel,
  type Model,
  mainCase,
  type ParamModel,
  type RetiredModel,
} from "../model/model.ts";
import { errorNameOf } from "../model/naming.ts";
import { shownMessage } from "../model/shown-message.ts";
import { ignoreKinds } from "../rules/engine/ignore.ts";
import type { RuleExample } from "../rules/engine/rule.ts";
import { rules } from "../rules/index.ts";
import { allKinds, checkKinds, fileKinds } from "./all-kinds.ts";

interface ExplainRequest {
  /** The id of a rule, a code, or an identifier of a code; undefined lists the rules. */
  readonly name: string | undefined;
  /** Tables whose codes can be asked for; none where there is no project. */
  readonly models: readonly Model[];
  readonly colors: Colors;
}

/** Where the name is unknown, the text is an error message. */
export function explanationOf({ name, models, colors }: ExplainRequest) {
  if (name === undefined) return { text: listKinds(colors), isKnown: true };
  const isCode = ({ code }: { readonly code: string }): boolean => code === name;
  // Programs and stack traces show the names of types.
  const isName = ({ errorName }: ErrorModel): boolean => errorName === errorNameOf(name);
  const errorsOf = ({ errors, retired }: Model): readonly ErrorModel[] =>
    errors.some(isCode) || retired.some(isCode) ? errors.filter(isCode) : errors.filter(isName);
  const texts = [
    ...allKinds.filter(({ id }) => id === name).map((kind) => explainKind(kind, colors)),
    ...models.flatMap((model) => [
      ...errorsOf(model).map((error) => explainError(error, model, colors)),
      ...model.retired.filter(isCode).map((retired) => explainRetired(retired, model, colors)),
    ]),
  ];
  return texts.length > 0 ? { text: texts.join("\n"), isKnown: true } : { text: unknown(name, models), isKnown: false };
}

function listKinds(colors: Colors): string {
  const width = Math.max(...allKinds.map(({ id }) => id.length));
  const row = ({ id, summary }: DiagnosticKind): string => `  ${id.padEnd(width)}  ${summary}`;
  const sections: readonly (readonly [string, readonly DiagnosticKind[]])[] = [
    ["Errors that are never lowered, because outputs would be wrong", checkKinds.filter(({ required }) => required)],
    ["Errors", checkKinds.filter(({ required, severity }) => !required && severity === "error")],
    ["Warnings", checkKinds.filter(({ severity }) => severity === "warning")],
    ["Files that cannot be read or changed for certain", fileKinds],
  ];
  const blocks = sections.map(([title, kinds]) => [colors.bold(title), ...kinds.map(row), ""].join("\n"));
  return `${blocks.join("\n")}\nerrtable explain <rule> says more about one of them, errtable explain <code> about an error of your table.\n`;
}

function explainKind(kind: DiagnosticKind, colors: Colors): string {
  const rule = rules.find(({ id }) => id === kind.id);
  const lines = [
    `${colors.bold(kind.id)} (${kind.severity}${kind.required === true ? ", always" : ""})`,
    kind.summary,
    "",
    ...wrap(kind.explanation),
    ...(rule === undefined ? [] : explainExample(rule.example, colors)),
    ...(kind.required === true ? [] : ["", ...explainSettings(kind)]),
  ];
  return `${lines.join("\n")}\n`;
}

function explainExample({ wrong, right, beside }: RuleExample, colors: Colors): readonly string[] {
  const files = Object.entries(beside ?? {}).flatMap(([name, text]) => ["", `${name}:`, ...indent(text)]);
  return [...files, "", colors.red("Wrong:"), ...indent(wrong), "", colors.green("Right:"), ...indent(right)];
}

function explainSettings({ id }: DiagnosticKind): readonly string[] {
  const accept = `Accept one finding in place: # errtable-ignore ${id}: reason`;
  const set = `Set its severity in errtable.config.yaml: rules: { ${id}: off }`;
  return ignoreKinds.some((kind) => kind.id === id) ? [set] : [accept, set];
}

function explainError(error: ErrorModel, model: Model, colors: Colors): string {
  const { template, params, headers } = mainCase(error);
  const fields: readonly Field[] = [
    ["Message", template && shownMessage({ params }, template)],
    ...meaningFields(error),
    ["Group", model.groups.find(({ name }) => name === error.group)?.title ?? error.group],
    ["Headers", listed(headers.map(({ name }) => name))],
    ["Details", listed(membersOf(error))],
    ["Operations", listed(operationsOf(error, model))],
    ["Since", error.since],
    ...referenceFields(error),
  ];
  const paramLines = params.length === 0 ? [] : [colors.cyan("Params:"), ...params.map(explainParam)];
  return (
    entryText(error.code, statusLines(error), model, fields, colors) + paramLines.map((line) => `${line}\n`).join("")
  );
}

/** The members of its body that other errors do not have. */
function membersOf(error: ErrorModel): readonly string[] {
  const details = mainCase(error).details?.schema;
  const required = (details?.["required"] ?? []) as readonly string[];
  const names = new Set([...Object.keys(details?.["properties"] ?? {}), ...required]);
  return Array.from(names, (name) => (required.includes(name) ? name : `${name} (optional)`));
}

function listed(names: readonly string[]): string | undefined {
  return names.length === 0 ? undefined : names.join(", ");
}

export type Field = readonly [name: string, value: string | undefined];

export function meaningFields({ description, solution, retry }: ErrorModel): readonly Field[] {
  return [
    ["Meaning", description?.trim()],
    ["What to do", solution?.trim()],
    ["Retry", retry === undefined ? undefined : RETRIES[retry]],
  ];
}

export function referenceFields({ deprecated, documentation, links }: ErrorModel): readonly Field[] {
  return [
    ["Deprecated", deprecated === undefined ? undefined : deprecationOf(deprecated)],
    ["Documentation", documentation],
    ...links.map(({ title, url }) => ["See", `${title} ${url}`] as const),
  ];
}

function deprecationOf({ since, reason, replacedBy }: LifecycleModel): string {
  return joined(sinceOf(since), reason?.trim(), replacedBy === undefined ? undefined : `Use "${replacedBy}".`);
}

function sinceOf(version: string | undefined): string {
  return version === undefined ? "Yes." : `Since version ${version}.`;
}

function joined(...sentences: readonly (string | undefined)[]): string {
  return sentences.filter((text) => text !== undefined).join(" ");
}

export function explainRetired(
  { code, since, reason, replacedBy }: RetiredModel,
  model: Model,
  colors: Colors,
): string {
  const fields: readonly Field[] = [
    ["Retired", sinceOf(since)],
    ["Why", reason?.trim()],
    ["Instead", replacedBy],
  ];
  return entryText(code, "retired", model, fields, colors);
}

const RETRIES = {
  never: "never: the same request fails again.",
  backoff: "backoff: the same request may succeed after a growing delay.",
  throttled: "throttled: a limit was reached; wait as long as Retry-After says.",
} as const;

function operationsOf({ code }: ErrorModel, { operations }: Model): readonly string[] {
  return operations
    .filter(({ answers }) => answers.some((answer) => answer.code === code))
    .map(({ name }) => (name === "*" ? "every operation" : name));
}

function explainParam({ name, type, description, example }: ParamModel): string {
  const rest = joined(description, example === undefined ? undefined : `For example ${JSON.stringify(example)}.`);
  return `  ${name} (${type}) ${showControls(rest)}`.trimEnd();
}

/** An error of a table as a line of its own and the fields that have a value. */
export function entryText(
  code: string,
  state: string,
  { title }: Model,
  fields: readonly Field[],
  colors: Colors,
): string {
  const head = `${colors.bold(showControls(code))} · ${state} · ${showControls(title)}`;
  const lines = fields.flatMap(([name, value]) => {
    if (value === undefined) return [];
    const [first = "", ...others] = value.split("\n").map(showControls);
    return [`${colors.cyan(`${name}:`)} ${first}`, ...others.map((line) => `  ${line}`)];
  });
  return `${[head, ...lines].join("\n")}\n`;
}

function unknown(name: string, models: readonly Model[]): string {
  const codes = models.flatMap(({ errors, retired }) => [...errors, ...retired].map(({ code }) => code));
  const names = models.flatMap(({ errors }) => errors.flatMap(({ identifier, errorName }) => [identifier, errorName]));
  const hint = createHinter([...allKinds.map(({ id }) => id), ...codes, ...names])(name);
  const what = models.length === 0 ? "rule" : "rule and no code";
  return `There is no ${what} "${showControls(name)}". ${hint ?? "errtable explain lists the rules."}\n`;
}

function indent(text: string): readonly string[] {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => `  ${line}`);
}

/** At words, to lines that are read at one glance. */
function wrap(text: string): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + word.length >= 100) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
