// A table becomes the types of the options of its failures: statuses to choose, headers to give, members of the body.

import type { CaseModel, HeaderModel } from "../../../model/model.ts";
import { isObject } from "../../../text/json/value.ts";
import { declareAlias, declareInterface } from "../printer/declarations.ts";
import { type Declaration, declareTypeText } from "../printer/module.ts";
import { declareTypeMap } from "../printer/type-map.ts";
import { codeKey } from "../printer/typescript-literal.ts";
import {
  generic,
  literalType,
  type MemberShape,
  member,
  NUMBER,
  named,
  optionalMember,
  STRING,
  type TypeShape,
  UNKNOWN,
} from "../printer/typescript-type.ts";
import type { Plan, PlannedError } from "../product-plan.ts";
import { schemaType, union } from "../types/schema-types.ts";
import { filledNames, leftForFailure, leftForFailures } from "./filled-members.ts";

/** Whether a program has to give options. */
export function requiresOptions(plan: Plan, error: PlannedError): boolean {
  return leftForFailure(plan, error) === "required" || choiceMembers(error).some(({ required }) => required);
}

/** Whether some errors of a table need options and others do not. */
export function mayRequireOptions(plan: Plan): boolean {
  return plan.errors.some((error) => requiresOptions(plan, error));
}

export function optionTypes(plan: Plan): readonly Declaration[] {
  const { names } = plan;
  const rows = plan.errors
    .map((error) => ({ code: error.wireCode, members: choiceMembers(error) }))
    .filter(({ members }) => members.length > 0)
    .map(({ code, members }) => ({ ...member("", { kind: "object", members } as const), key: codeKey(code) }));
  const hasMembers = leftForFailures(plan) !== "none";
  const filled = filledNames(plan);
  const all = named(`${names.members}<Code>`);
  const left =
    filled.length === 0 ? all : generic("WithoutNames", all, union(filled.map((name) => literalType(String(name)))));
  return [
    declareAlias({
      name: names.failureOptions,
      doc: "The options of the failure with this code: its cause, and all of its reply that the params do not say.",
      typeParameters: [`Code extends ${names.code}`],
      type: generic("OptionsWith", named("ChoicesOf<Code>"), ...(hasMembers ? [left] : [])),
    }),
    declareInterface({
      name: "CommonOptions",
      isLocal: true,
      members: [optionalMember("cause", UNKNOWN, "The error that led to this one. No reply shows it.")],
    }),
    declareTypeMap({ name: "Choices", doc: CHOICES_DOC, isLocal: true, rows }),
    ...(hasMembers ? [...WITH_MEMBERS, ...(filled.length === 0 ? [] : [WITHOUT])] : [WITH_CHOICES]),
    CHOICES_OF,
    ...(mayRequireOptions(plan) || hasMakers(plan) ? [OPTIONS_OF] : []),
    ...(mayRequireOptions(plan) ? [OPEN_OPTIONS_OF] : []),
    ...(hasMakers(plan) ? makerTypes(plan) : []),
  ];
}

/** Whether operations make failures. */
function hasMakers({ model, errors }: Plan): boolean {
  const codes = new Set(errors.map(({ code }) => code));
  return model.operations.some(({ answers }) => answers.some(({ code }) => codes.has(code)));
}

function makerTypes({ names }: Plan): readonly Declaration[] {
  const code = `Code extends ${names.code}`;
  const options = named(`${names.failureOptions}<Code>`);
  const failure = named(`${names.failure}<Code>`);
  return [
    declareAlias({
      name: names.makeFailure,
      doc: "Makes a failure with this code.",
      typeParameters: [code, "Chosen = unknown"],
      type: generic("MakerOf", named(`${names.params}<Code>`), named("Chosen"), options, failure),
    }),
    declareAlias({
      name: names.makePlainFailure,
      doc: "Makes a failure with this code, which has no params.",
      typeParameters: [code],
      type: generic("PlainMakerOf", options, failure),
    }),
    ...MAKERS,
  ];
}

const MAKERS = [
  `type MakerOf<Params, Chosen, Options, Failure> = (
  params: Params & Chosen,
  ...options: OptionsOf<Options>
) => Failure;`,
  `type PlainMakerOf<Options, Failure> = (
  ...options: OptionsOf<Options>
) => Failure;`,
].map(declareTypeText);

const CHOICES_DOC = "The statuses and headers that programs choose, by code.";

const CHOICES_OF = declareTypeText("type ChoicesOf<Code> = Code extends keyof Choices ? Choices[Code] : unknown;");

const WITH_CHOICES = declareTypeText("type OptionsWith<Chosen> = CommonOptions & Chosen;");

const WITH_MEMBERS = [
  `type OptionsWith<Chosen, Members> = CommonOptions &
  Chosen &
  MembersOption<Members>;`,
  `/** The members of the body besides code and message. */
type MembersOption<Members> =
  Record<never, never> extends Members
    ? { readonly members?: Members | undefined }
    : { readonly members: Members };`,
].map(declareTypeText);

/** Replies fill in some members by themselves. */
const WITHOUT = declareTypeText(`type WithoutNames<Members, Names extends string> = Members extends unknown
  ? Omit<Members, Names>
  : never;`);

const OPTIONS_OF = declareTypeText(`/** Options may be left out where nothing in them is required. */
type OptionsOf<Options> =
  Record<never, never> extends Options
    ? [options?: Options | undefined]
    : [options: Options];`);

/** A program that is generic in the code may always give them. */
const OPEN_OPTIONS_OF = declareTypeText(`type OpenOptionsOf<Options> = [options: Options] | OptionsOf<Options>;`);

/** The status and the headers of an error, as options. */
function choiceMembers({ cases, retry }: PlannedError): readonly MemberShape[] {
  const hasChoice = cases.some(({ statuses }) => statuses.length !== 1);
  const statuses = [...new Set(cases.flatMap((one) => one.statuses))].toSorted((a, b) => a - b);
  const isOpen = cases.some((one) => one.statuses.length === 0);
  const status = isOpen ? NUMBER : union(statuses.map((each) => named(String(each), "number")));
  const headers = headerMembers(cases, retry);
  const isRequired = headers.some(({ required }) => required);
  return [
    ...(hasChoice ? [member("status", status, "The HTTP status of the reply.")] : []),
    ...(headers.length === 0
      ? []
      : [{ name: "headers", type: { kind: "object", members: headers } as const, required: isRequired }]),
  ];
}

function headerMembers(cases: readonly CaseModel[], retry: PlannedError["retry"]): readonly MemberShape[] {
  const names = [...new Set(cases.flatMap(({ headers }) => headers.map(({ name }) => name)))].toSorted();
  return names.map((name) => {
    const found = cases.map((one) => ({ one, header: one.headers.find((header) => header.name === name) }));
    const headers = found.flatMap(({ header }) => header ?? []);
    // Clients guess a delay unless a throttled error tells it.
    const required = found.every(({ one, header }) => header !== undefined && isDelay(name, one.retry ?? retry));
    return { name, type: union(headers.map(valueType)), required, doc: headers[0]?.description };
  });
}

function isDelay(name: string, retry: PlannedError["retry"]): boolean {
  return retry === "throttled" && name.toLowerCase() === "retry-after";
}

/** Headers are texts and numbers. */
function valueType({ schema }: HeaderModel): TypeShape {
  const type = isObject(schema) ? schemaType(schema) : UNKNOWN;
  const members = type.kind === "union" ? type.members : [type];
  const isPlain = members.every((each) => each.kind === "name" && (each.base === "string" || each.base === "number"));
  return isPlain ? type : union([STRING, NUMBER]);
}
