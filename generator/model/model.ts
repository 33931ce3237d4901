// The types of the model, the compiled table that every product reads: names chosen, defaults filled, imports merged, sorted.
// It is plain data without positions, deeply frozen. Its texts are as people wrote them; each renderer escapes them.
import type { ParamType, Template } from "../template/template.ts";
import type { Path } from "../text/json/pointer.ts";
import type { Json, JsonObject, JsonSchema } from "../text/json/value.ts";
import type { BodyModel, Extensions, WireCode } from "./body-model.ts";

/** The plain texts of an error, which translations may have too. The builder and the check for missing texts follow this list. */
export const TEXT_FIELDS = ["description", "solution"] as const;

export type PlainTexts = { readonly [Field in (typeof TEXT_FIELDS)[number]]?: string };

export interface Model {
  /** PascalCase, for example "FunctionCompute". */
  readonly name: string;
  readonly title: string;
  /** Markdown. */
  readonly description?: string;
  /** Semver of the table. */
  readonly version?: string;
  /** BCP 47 tag of the table's own texts. */
  readonly locale: string;
  /** The locales that have texts: the table's own first, the others by code unit. */
  readonly locales: readonly string[];
  readonly source?: SourceModel;
  /** The file name of the table, without its folder. */
  readonly file: string;
  readonly body: BodyModel;
  /** In the order of the table. */
  readonly groups: readonly GroupModel[];
  /** In the order of the table. */
  readonly tags: readonly TagModel[];
  /** Sorted by code: integers by value, strings by code unit. */
  readonly errors: readonly ErrorModel[];
  /** Sorted by name; "*" first. Codes sorted. */
  readonly operations: readonly OperationModel[];
  /** The code of the error that stands for whatever else is thrown. */
  readonly fallback?: string;
  /** The exposure of errors with a status of 500 or more that do not say it. */
  readonly disclosure: Exposure;
  /** Sorted by code. */
  readonly retired: readonly RetiredModel[];
  /** Title and description of the table in the other locales. */
  readonly texts: Readonly<Record<string, TableTexts>>;
  /** The texts of messages are part of the contract: programs read them. */
  readonly textIsContract: boolean;
  /** No code is ever added: programs may rely on the list. */
  readonly isClosed: boolean;
  readonly extensions: Extensions;
}

/** A class of errors that programs ask for. */
export interface TagModel {
  readonly name: string;
  readonly title: string;
  readonly description?: string;
  readonly extensions: Extensions;
}

/** Where the facts of the table come from. */
export interface SourceModel {
  readonly url?: string;
  /** The day of the visit, YYYY-MM-DD. */
  readonly retrieved?: string;
  readonly extensions: Extensions;
}

export interface GroupModel {
  readonly name: string;
  readonly title: string;
  readonly description?: string;
  readonly extensions: Extensions;
}

/** In the order in which products list them. */
export const RETRIES = ["never", "backoff", "throttled"] as const;
export type Retry = (typeof RETRIES)[number];
export type Audience = "public" | "internal";
/** Whether a server answers with the message of an error, or with that of the fallback in its place. */
export type Exposure = "message" | "generic";

export interface ErrorModel extends PlainTexts {
  /** As the table has it; the identity of the error. */
  readonly code: string;
  /** As it travels. */
  readonly wireCode: WireCode;
  /** ASCII, begins with a capital letter, unique in the table: "AliasNotFound", "Invalid_Parameter". */
  readonly identifier: string;
  /** The identifier with "Error" at its end, unique too: "AliasNotFoundError", "InternalServerError". */
  readonly errorName: string;
  /** Where the table lists it, counted from 0. */
  readonly order: number;
  /** The statuses of all cases, ascending; none where the API does not state one. */
  readonly statuses: readonly number[];
  /** At least one; the only one of an error without cases has no name. */
  readonly cases: readonly CaseModel[];
  readonly links: readonly LinkModel[];
  readonly group?: string;
  /** Sorted. */
  readonly tags: readonly string[];
  /** Absent: the API does not say, or the cases differ. */
  readonly retry?: Retry;
  readonly audience: Audience;
  /** Absent: as the table's disclosure says. */
  readonly expose?: Exposure;
  readonly since?: string;
  readonly deprecated?: LifecycleModel;
  /** The address of this error's documentation. */
  readonly documentation?: string;
  /** The texts in the other locales. */
  readonly texts: Readonly<Record<string, ErrorTexts>>;
  readonly extensions: Extensions;
}

/** One of the meanings of a code. Facts that it lacks in the table are those of its error; texts are its own. */
export interface CaseModel extends PlainTexts {
  readonly name?: string;
  /** Ascending; none where the API does not state one. */
  readonly statuses: readonly number[];
  /** Absent where the API promises no text. */
  readonly template?: Template;
  /** One per argument of the template, in argument order. */
  readonly params: readonly ParamModel[];
  readonly links: readonly LinkModel[];
  /** Absent: the API does not say. */
  readonly retry?: Retry;
  /** Sorted by name. */
  readonly headers: readonly HeaderModel[];
  /** The common members that have one value here, sorted by key. */
  readonly constants: readonly ConstantModel[];
  readonly details?: DetailsModel;
  /** Named examples, rendered to whole bodies; at least one where the params and details can be filled. */
  readonly examples: readonly ExampleModel[];
  /** The texts in the other locales. */
  readonly texts: Readonly<Record<string, CaseTexts>>;
  readonly extensions: Extensions;
}

export interface ConstantModel {
  readonly at: Path;
  readonly value: Json;
}

export interface DetailsModel {
  /** The place of the object that holds them; empty for the body itself. */
  readonly at: Path;
  /** An object schema of body members that only this case carries; without $ref. */
  readonly schema: JsonObject;
}

export interface ParamModel {
  readonly name: string;
  readonly type: ParamType;
  readonly description?: string;
  /** A string for type string and int64, a number otherwise. */
  readonly example?: string | number;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly format?: string;
  /** The value must not stand in logs. Such a param has no example. */
  readonly sensitive?: boolean;
  /** The member of the body that holds the value as well. */
  readonly at?: Path;
  readonly extensions: Extensions;
}

export interface LinkModel {
  readonly title: string;
  readonly url: string;
  readonly extensions: Extensions;
}

export interface HeaderModel {
  readonly name: string;
  readonly description?: string;
  readonly schema: JsonSchema;
  readonly extensions: Extensions;
}

export interface LifecycleModel {
  readonly since?: string;
  readonly replacedBy?: string;
  readonly reason?: string;
  readonly extensions: Extensions;
}

export interface RetiredModel extends LifecycleModel {
  readonly code: string;
}

export interface OperationModel {
  readonly name: string;
  /** Sorted by code, then by case and status. */
  readonly answers: readonly AnswerModel[];
}

/** An error that an operation may answer with. */
export interface AnswerModel {
  readonly code: string;
  /** One case of the error; absent for all of them. */
  readonly case?: string;
  /** One status of the error; absent for all of them. */
  readonly status?: number;
  /** The meaning of the error for this operation. Markdown. */
  readonly description?: string;
  readonly extensions: Extensions;
}

export interface ExampleModel {
  readonly name: string;
  readonly summary?: string;
  /** The params by name, as the message shows them. */
  readonly params: Readonly<Record<string, string | number>>;
  /** The whole response body. */
  readonly body: Json;
  readonly extensions: Extensions;
}

export interface TableTexts {
  readonly title?: string;
  readonly description?: string;
  readonly groups: Readonly<Record<string, NameTexts>>;
  readonly tags: Readonly<Record<string, NameTexts>>;
}

export interface NameTexts {
  readonly title?: string;
  readonly description?: string;
}

export interface ErrorTexts extends PlainTexts {
  readonly links?: readonly LinkModel[];
}

export interface CaseTexts extends ErrorTexts {
  readonly template?: Template;
}

/** The first case of an error, which is the only one of an error without cases. */
export function mainCase({ cases: [first] }: Pick<ErrorModel, "cases">): CaseModel {
  if (first === undefined) throw new Error("Every error has a case.");
  return first;
}
