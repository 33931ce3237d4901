// The parts of a body that only the form of its table finds: the errors of a list, the code in its type, and the facts beside it.
import { codeInHeader } from "../runtime/responses/headers.ts";
import type { DecoderBody } from "./decoder-table.ts";
import { textsAt, textsOf, valueAt } from "./json-values.ts";

/** The values that are errors: the items of a list, or the body itself. */
export function itemsIn(root: unknown, body: DecoderBody): readonly unknown[] {
  const { list, places } = body;
  const value = list && valueAt(root, list);
  // An error that is a tuple looks like the list that is the whole body.
  const isOne = value === root && places.some(([code]) => keyOf(valueAt(value, code), body) !== undefined);
  return Array.isArray(value) && !isOne ? value : [value ?? root];
}

/** The key in the table of a code of the right type, with its prefix; XML spells integers as texts. */
export function keyOf(value: unknown, body: DecoderBody): string | undefined {
  const { isInteger, isMixed, prefix = "" } = body;
  if (isInteger || isMixed) return typedKey(value, body);
  return typeof value === "string" && value.startsWith(prefix) ? value.slice(prefix.length) : undefined;
}

/** Keys of digits stand for integers, which a text of the same digits is not. */
function typedKey(value: unknown, { isMixed, isXml }: DecoderBody): string | undefined {
  if (typeof value === "number") return isDigits(value) ? String(value) : undefined;
  return typeof value === "string" && (isDigits(value) ? isXml : isMixed) ? value : undefined;
}

function isDigits(value: unknown): boolean {
  return /^(?:0|-?[1-9]\d*)$/.test(String(value));
}

/** The texts of a code at a place, if it is of the right type. */
export function codesAt(object: unknown, tokens: readonly string[], body: DecoderBody): readonly string[] {
  const value = valueAt(object, tokens);
  return textsOf(body.isInteger || body.isMixed ? typedKey(value, body) : value);
}

/** The key of the code in a header, if this header holds codes, which are texts there. */
export function headerKey(name: string, value: string, body: DecoderBody): string | undefined {
  return name === body.header ? keyOf(codeInHeader(value), { ...body, isXml: true }) : undefined;
}

/** Whether a value under a common name may be a code: an integer says too little where nothing else says that it is one. */
export function isNamedCode(value: unknown, { isInteger, isMixed }: DecoderBody): boolean {
  return !isInteger && !(isMixed && isDigits(value));
}

/** The messages at a place, also those of a list or of a map. */
export function messagesAt(object: unknown, tokens: readonly string[]): readonly string[] {
  const value = tokens.length === 0 ? undefined : valueAt(object, tokens);
  if (typeof value !== "object" || value === null) return textsOf(value);
  return Object.values(value).flat().flatMap(textsOf);
}

/** Whether a code stands for no error. */
export function isSuccess(code: string, { prefix = "", success = [] }: DecoderBody): boolean {
  return success.map(String).includes(prefix + code);
}

export interface BodyFacts {
  readonly requestId?: string | undefined;
  /** Seconds. */
  readonly retryAfter?: string | undefined;
}

export function factsIn(root: unknown, { requestId, retryAfter }: DecoderBody): BodyFacts {
  const seconds = retryAfter && Number(textsAt(root, retryAfter[0])[0]) * retryAfter[1];
  return {
    requestId: requestId && textsAt(root, requestId)[0],
    retryAfter: seconds ? String(seconds) : undefined,
  };
}
