// A model becomes the plain data that the decoder reads, which is small enough for a web page to carry.

import type { WireCode } from "../model/body-model.ts";
import { isTextAlone } from "../model/body-schema.ts";
import { isXmlType } from "../model/media-type.ts";
import type { CaseModel, ErrorModel, Model } from "../model/model.ts";
import type { Part, ValueType } from "../runtime/printf/parts.ts";
import { partsOf } from "../template/read-template.ts";
import { tokenNames } from "../text/json/pointer.ts";
import type { Json } from "../text/json/value.ts";
import { isPosition } from "./json-values.ts";

// Aliases, because TypeScript takes them for JSON, and interfaces not: the data of a page has this form.
export type DecoderTable = {
  readonly body: DecoderBody;
  /** An entry for each case of each error. */
  readonly errors: readonly DecoderError[];
  /** Retired codes. */
  readonly retired: readonly string[];
};

export type DecoderBody = {
  /** The table's own place comes first. In an item, where a response holds a list of errors. */
  readonly places: readonly BodyPlace[];
  readonly list?: Tokens;
  readonly isXml?: boolean;
  /** Whether codes are integers. */
  readonly isInteger?: boolean;
  /** Whether some codes are integers and others are texts. */
  readonly isMixed?: boolean;
  /** Whether messages are lists or maps of texts as well: pages of such tables carry the code that looks into them. */
  readonly hasTexts?: boolean;
  /** The text before every code. */
  readonly prefix?: string;
  /** The codes that stand for no error. */
  readonly success?: readonly WireCode[];
  /** The name of the header that holds the code, in lower case. */
  readonly header?: string;
  readonly requestId?: Tokens;
  /** The delay before a retry, and its seconds per unit. */
  readonly retryAfter?: readonly [at: Tokens, seconds: number];
};

/** A JSON Pointer. */
type Tokens = readonly string[];

/** The positions of code and message in a body. */
export type BodyPlace = readonly [code: Tokens, message: Tokens];

export type DecoderError = {
  /** As the table has it. */
  readonly code: string;
  readonly case?: string;
  readonly statuses: readonly number[];
  /** The members that have one value in this case. */
  readonly constants?: readonly (readonly [at: Tokens, value: Json])[];
  /** The names and types of the params, in the order of the template's arguments. */
  readonly names: readonly string[];
  readonly types: readonly ValueType[];
  /** The positions of sensitive params among them. */
  readonly sensitive?: readonly number[];
  /** The table's own message comes first, then each translation that differs from it. */
  readonly messages: readonly DecoderMessage[];
};

export type DecoderMessage = readonly [locale: string, parts: readonly Part[]];

export function decoderTable(model: Model): DecoderTable {
  return {
    body: decoderBody(model),
    errors: model.errors.flatMap((error) => error.cases.map((one) => decoderError(error, one, model))),
    retired: model.retired.map(({ code }) => code),
  };
}

function decoderBody({ body }: Model): DecoderBody {
  const { mediaType, code, message, aliases, list, requestId, retryAfter } = body;
  const { type, prefix, success, header } = code;
  return {
    places: [[code.at, message?.at ?? []], ...aliases.map((alias) => [alias.code, alias.message ?? []] as const)].map(
      ([ofCode, ofMessage]): BodyPlace => [tokenNames(ofCode), tokenNames(ofMessage)],
    ),
    ...(list === undefined ? {} : { list: tokenNames(list.at) }),
    ...(isXmlType(mediaType) ? { isXml: true } : {}),
    ...(type === "integer" ? { isInteger: true } : {}),
    ...(type === "mixed" ? { isMixed: true } : {}),
    ...(isTextAlone(body) ? {} : { hasTexts: true }),
    ...(prefix === "" ? {} : { prefix }),
    ...(success.length === 0 ? {} : { success }),
    ...(header === undefined ? {} : { header: header.toLowerCase() }),
    ...(requestId === undefined ? {} : { requestId: tokenNames(requestId) }),
    ...(retryAfter === undefined
      ? {}
      : { retryAfter: [tokenNames(retryAfter.at), retryAfter.unit === "s" ? 1 : 0.001] as const }),
  };
}

function decoderError({ code }: ErrorModel, one: CaseModel, { locale: own, locales }: Model): DecoderError {
  const { name, statuses, constants, params, template, texts } = one;
  const sensitive = params.flatMap((param, index) => (param.sensitive ? [index] : []));
  return {
    code,
    ...(name === undefined ? {} : { case: name }),
    statuses,
    ...(constants.length === 0
      ? {}
      : { constants: constants.map(({ at, value }) => [tokenNames(at), value] as const) }),
    names: params.map((param) => param.name),
    types: params.map(({ type }) => type),
    ...(sensitive.length === 0 ? {} : { sensitive }),
    messages: [own, ...locales.filter((locale) => locale !== own)].flatMap((locale): readonly DecoderMessage[] => {
      const shown = locale === own ? template : texts[locale]?.template;
      const isRepeated = locale !== own && shown?.text === template?.text;
      return shown === undefined || isRepeated ? [] : [[locale, partsOf(shown)]];
    }),
  };
}

/** Whether all messages print texts and safe integers as they are, each param once, and bodies are JSON. */
export function hasPlainMessages({ body, errors }: DecoderTable): boolean {
  return (
    !body.isXml && errors.every(({ types, messages }) => messages.every(([, parts]) => hasPlainSlots(parts, types)))
  );
}

/** Whether a body is an object and holds one error, its code as a text and nothing else that is decoded, and no error has several cases. */
export function hasPlainForm({ body, errors }: DecoderTable): boolean {
  const { places, prefix, ...others } = body;
  const codes = new Set(errors.map(({ code }) => code));
  const isOfOneCase = errors.every((error) => error.case === undefined && error.constants === undefined);
  const areObjects = places.every(([[first]]) => !isPosition(first));
  return Object.keys(others).length === 0 && areObjects && codes.size === errors.length && isOfOneCase;
}

function hasPlainSlots(parts: readonly Part[], types: readonly ValueType[]): boolean {
  const slots = parts.filter((part) => typeof part !== "string");
  const isOnce = new Set(slots.map(([param]) => param)).size === slots.length;
  return (
    isOnce && slots.every(([param, directive]) => /^%s string|^%[sd] integer/.test(`${directive} ${types[param]}`))
  );
}
