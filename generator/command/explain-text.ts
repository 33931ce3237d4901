// A rule, or an error of a table, becomes a text that explains it; without a name, the list of rules.
import type { Colors } from "picocolors/types.js";
import type { DiagnosticKind } from "../diagnostic/kinds.ts";
import { createHinter } from "../diagnostic/suggest.ts";
import { showControls } from "../diagnostic/unseen.ts";
import { memberKey } from "../model/body-layout.ts";
import { caseName, errorParts } from "../model/error-parts.ts";
import { statusLines } from "../model/http-status.ts";
import type {
  CaseModel,
  ErrorModel,
  Extensions,
  LifecycleModel,
  Model,
  ParamModel,
  PlainTexts,
  RetiredModel,
  Retry,
} from "../model/model.ts";
import { errorNameOf } from "../model/naming.ts";
import { answersByCode } from "../model/operation-answers.ts";
import { shownMessage } from "../model/shown-message.ts";
import { ignoreKinds } from "../rules/engine/ignore.ts";
import type { RuleExample } from "../rules/engine/rule.ts";
import { rules } from "../rules/index.ts";
import { pointerText } from "../text/json/pointer.ts";
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
  const isCase = ({ code, cases }: ErrorModel): boolean => cases.some((one) => caseName(code, one.name) === name);
  // Programs and stack traces show the names of types.
  const isName = ({ errorName }: ErrorModel): boolean => errorName === errorNameOf(name);
  const errorsOf = ({ errors, retired }: Model): readonly ErrorModel[] =>
    errors.some(isCode) || retired.some(isCode)
      ? errors.filter(isCode)
      : errors.filter((error) => isName(error) || isCase(error));
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
  const { code, wireCode, group, tags } = error;
  const { shared, cases } = errorParts(error);
  const wire = typeof wireCode === "string" && wireCode !== code ? wireCode : undefined;
  const { list } = model.body;
  const fields: readonly Field[] = [
    ["Code in bodies", wire],
    ["In a list", list === undefined ? undefined : `responses list errors at ${pointerText(list.at)}.`],
    ...factFields(shared),
    ...meaningFields({ ...error, retry: shared.retry }),
    ["Group", model.groups.find(({ name }) => name === group)?.title ?? group],
    ["Tags", listed(tags)],
    ...memberFields(shared),
    ["Operations", listed(operationsOf(error, model))],
    ["Since", error.since],
    ...extensionFields(error),
    ...referenceFields(error),
  ];
  const head = entryText(code, statusLines(error), model, fields, colors) + paramLines(shared, colors);
  return [head, ...cases.map((one) => explainCase(error, one, model, colors))].join("\n");
}

function explainCase({ code }: ErrorModel, one: CaseModel, model: Model, colors: Colors): string {
  const fields: readonly Field[] = [
    ...factFields(one),
    ...meaningFields(one),
    ...memberFields(one),
    ...extensionFields(one),
    ...referenceFields(one),
  ];
  return entryText(caseName(code, one.name), statusLines(one), model, fields, colors) + paramLines(one, colors);
}

function factFields({ template, params }: CaseModel): readonly Field[] {
  return [["Message", template && shownMessage({ params }, template)]];
}

function memberFields(one: CaseModel): readonly Field[] {
  return [
    ["Headers", listed(one.headers.map(({ name }) => name))],
    ["Details", listed(membersOf(one))],
  ];
}

function extensionFields({ extensions }: { readonly extensions: Extensions }): readonly Field[] {
  return Object.entries(extensions).map(([name, value]) => [
    name,
    typeof value === "string" ? value : JSON.stringify(value),
  ]);
}

function paramLines({ params }: CaseModel, colors: Colors): string {
  if (params.length === 0) return "";
  return [colors.cyan("Params:"), ...params.map(explainParam)].map((line) => `${line}\n`).join("");
}

/** The members that bodies of other errors do not have, and the common ones that have one value here. */
function membersOf({ constants, details }: CaseModel): readonly string[] {
  const { at = [], schema = {} } = details ?? {};
  const required = (schema["required"] ?? []) as readonly string[];
  const names = new Set([...Object.keys(schema["properties"] ?? {}), ...required]);
  const place = (name: string): string => (at.length === 0 ? name : memberKey([...at, name]));
  return [
    ...constants.map((constant) => `${memberKey(constant.at)} = ${JSON.stringify(constant.value)}`),
    ...Array.from(names, (name) => (required.includes(name) ? place(name) : `${place(name)} (optional)`)),
  ];
}

function listed(names: readonly string[]): string | undefined {
  return names.length === 0 ? undefined : names.join(", ");
}

export type Field = readonly [name: string, value: string | undefined];

export function meaningFields({
  description,
  solution,
  retry,
}: PlainTexts & { readonly retry?: Retry | undefined }): readonly Field[] {
  return [
    ["Meaning", description?.trim()],
    ["What to do", solution?.trim()],
    ["Retry", retry === undefined ? undefined : RETRIES[retry]],
  ];
}

export function referenceFields({
  deprecated,
  documentation,
  links,
}: Partial<Pick<ErrorModel, "deprecated" | "documentation">> & Pick<CaseModel, "links">): readonly Field[] {
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

/** "CreateDisk", "every operation (quota, 409): There are too many." */
function operationsOf({ code }: ErrorModel, model: Model): readonly string[] {
  return (answersByCode(model).get(code) ?? []).map((answer) => {
    const name = answer.operation === "*" ? "every operation" : answer.operation;
    const remarks = [answer.case, answer.status].filter((remark) => remark !== undefined).join(", ");
    const shown = remarks === "" ? name : `${name} (${remarks})`;
    return answer.description === undefined ? shown : `${shown}: ${answer.description.trim()}`;
  });
}

function explainParam({ name, type, description, example, at }: ParamModel): string {
  const place = at === undefined ? "" : `, ${pointerText(at)}`;
  const rest = joined(description, example === undefined ? undefined : `For example ${JSON.stringify(example)}.`);
  return `  ${name} (${type}${place}) ${showControls(rest)}`.trimEnd();
}

/** An error of a table as a line of its own and the fields that have a value. */
export function entryText(
  code: string,
  state: string,
  { title }: Model,
  fields: readonly Field[],
  colors: Colors,
): string {
  const parts = [colors.bold(showControls(code)), state, showControls(title)];
  const head = parts.filter((part) => part !== "").join(" · ");
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
