// Tells codes from the other words that stand where codes do: placeholders, media types, states, addresses, identifiers.
import type { Json } from "../text/json/value.ts";

/** Whether a table may have this code. */
export function isWord(value: Json | undefined): value is string {
  return typeof value === "string" && /^[^\s\p{C}]{1,128}$/u.test(value) && value.isWellFormed();
}

/** Whether the value is a code rather than something that a tool or an API puts in its place. */
export function isCode(value: Json | undefined): value is string | number {
  if (typeof value === "number") return Number.isSafeInteger(value);
  return isWord(value) && !NO_CODES.some((pattern) => pattern.test(value));
}

/** Whether the value is a code where an enum lists it as one: then it may have several words, such as "not found". */
export function isListedCode(value: Json | undefined): value is string | number {
  return isCode(value) || (typeof value === "string" && /^(?=.{1,64}$)[\w-]+(?: [\w-]+){1,4}$/.test(value));
}

/** An HTTP status that stands where codes do tells nothing beyond the status; answers with 1xx are no errors. */
export function isStatus(value: Json | undefined): boolean {
  return /^[2-5]\d\d$/.test(String(value));
}

/** The end of an address such as "https://example.com/errors/out-of-stock", and all before it. */
export function codeOfAddress(value: string): { readonly prefix: string; readonly code: string } | undefined {
  const [, prefix, code] =
    /^((?:https?:\/\/[^/?#\s]+[/#?]|urn:[a-z0-9-]+:)(?:\S*[/#:=])?)([^/#:?=\s]+)$/i.exec(value) ?? [];
  if (prefix === undefined || code === undefined || isStatus(code) || /\.html?$|^[^A-Za-z]*$/.test(code))
    return undefined;
  return { prefix, code };
}

const NO_CODES: readonly RegExp[] = [
  // Placeholders of documentation, and words that tools put where nobody gave an example.
  /^[<{[].*[>}\]]$/,
  /^(?:string|object|error|errors|code|message|n\/a|none|null|undefined|true|false|unknown|example|value|\.\.\.|-+|x+)$/i,
  /^(?:(?:an|any|example|my|sample|some|the|your)[-_]?(?:error[-_]?)?(?:code|error|id|type)?|(?:err|error)[-_]?code)$/i,
  // States of a whole answer or of a service.
  /^(?:ok|up|down|out_of_service|success|successful|succeeded|fail|failed|failure|pass|warn|ko)$/i,
  // Media types, addresses, mail addresses, dates, UUIDs, long numbers and hashes.
  /^(?:application|audio|font|image|message|model|multipart|text|video)\/\S+$/i,
  /^(?:https?:|about:|urn:|\/|#\/)/i,
  /^\S+@\S+\.\S+$/,
  /^\d{4}-\d\d-\d\d/,
  /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  /^(?=.*\d)[0-9a-f]{16,}$/i,
  /^\d+\.\d+(?:\.\d+)*$/,
];
