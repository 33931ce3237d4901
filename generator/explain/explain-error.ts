// An error of a table becomes a text that explains it and each of its cases.

import type { Colors } from "picocolors/types.js";
import { caseName } from "../diagnostic/case-name.ts";
import { capitalized } from "../diagnostic/sentence-words.ts";
import { showControls } from "../diagnostic/unseen.ts";
import { memberKey } from "../model/body-layout.ts";
import type { Extensions } from "../model/body-model.ts";
import { errorParts } from "../model/error-parts.ts";
import { statusLines } from "../model/http-status.ts";
import {
  type CaseModel,
  type ErrorModel,
  type LifecycleModel,
  type Model,
  type ParamModel,
  type PlainTexts,
  type RetiredModel,
  type Retry,
  TEXT_FIELDS,
} from "../model/model.ts";
import { answersByCode } from "../model/operation-answers.ts";
import { shownMessage } from "../model/shown-message.ts";
import { type Path, pointerText } from "../text/json/pointer.ts";

export function explainError(error: ErrorModel, model: Model, colors: Colors): string {
  const { code, wireCode, group, tags } = error;
  const { shared, cases } = errorParts(error);
  const wire = typeof wireCode === "string" && wireCode !== code ? wireCode : undefined;
  const { list } = model.body;
  const fields: readonly Field[] = [
    ["Code in bodies", wire],
    ["In a list", list === undefined ? undefined : listText(list.at)],
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

function listText(at: Path): string {
  return at.length === 0 ? "responses are lists of errors." : `responses list errors at ${pointerText(at)}.`;
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

/** The headings of texts; others have the names of their fields. */
const TEXT_NAMES: Readonly<Record<string, string>> = { description: "Meaning", solution: "What to do" };

export function meaningFields({
  retry,
  ...texts
}: PlainTexts & { readonly retry?: Retry | undefined }): readonly Field[] {
  return [
    ...TEXT_FIELDS.map((field): Field => [TEXT_NAMES[field] ?? capitalized(field), texts[field]?.trim()]),
    ["Retry", retry === undefined ? undefined : RETRY_TEXTS[retry]],
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

const RETRY_TEXTS = {
  never: "never: the same request fails again.",
  backoff: "backoff: the same request may succeed after a growing delay.",
  throttled: "throttled: a limit was reached; wait for as long as the response says, or for a growing delay.",
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

function explainParam({ name, type, description, example, sensitive, at }: ParamModel): string {
  const place = `${at === undefined ? "" : `, ${pointerText(at)}`}${sensitive ? ", sensitive" : ""}`;
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
