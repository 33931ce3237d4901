// A JSON value becomes what it reports of errors: where the table says code and message are, and under the names that others use.

import type { Place } from "./decoder-table.ts";
import { unpacked } from "./json-texts.ts";

/** Something that may be an error: what stands where a code and where messages are expected. */
export interface Report {
  readonly codes: readonly string[];
  readonly messages: readonly string[];
}

export interface ValueReports {
  readonly reports: readonly Report[];
  readonly status: number | undefined;
  readonly requestId: string | undefined;
}

/** How many members of a value are looked at. */
const MEMBERS = 20_000;

/** Names are compared in lower case and without - and _. */
const CODE_NAME = /^(?:(?:error|err)?code|(?:error)?name|error|type|reason|title)$/;
/** What is most surely a message comes first: the title of a problem says less than its detail. */
const MESSAGE_NAMES = [
  "message",
  "errormessage",
  "errormsg",
  "errmsg",
  "msg",
  "detail",
  "errordescription",
  "description",
  "error",
  "title",
];
const STATUS_NAME = /^(?:http)?(?:status|code|statuscode)$/;

export function reportsOf(root: unknown, places: readonly Place[]): ValueReports {
  const reports: Report[] = [];
  let status: number | undefined;
  let requestId: string | undefined;
  const objects = objectsIn(root);
  for (const object of objects) {
    for (const { code, message } of places) {
      const codes = textsOf(at(object, code));
      if (codes.length > 0) reports.push({ codes, messages: textsOf(at(object, message)) });
    }
  }
  for (const object of objects) {
    const codes: string[] = [];
    const named = new Map<string, readonly string[]>();
    for (const [member, value] of Object.entries(object)) {
      const name = member.toLowerCase().replace(/[_-]/g, "");
      const texts = textsOf(value);
      named.set(name, texts);
      if (CODE_NAME.test(name)) codes.push(...texts);
      if (STATUS_NAME.test(name)) status ??= texts.filter((text) => /^[45]\d\d$/.test(text)).map(Number)[0];
      if (/^x?requestid$/.test(name)) requestId ??= texts[0];
    }
    const messages = MESSAGE_NAMES.flatMap((name) => named.get(name) ?? []);
    if (codes.length + messages.length > 0) reports.push({ codes, messages });
  }
  return { reports, status, requestId };
}

type JsonObject = Readonly<Record<string, unknown>>;

/** The object itself first, then those within it, also within strings of JSON. */
function objectsIn(root: unknown): readonly JsonObject[] {
  const objects: JsonObject[] = [];
  const waiting: unknown[] = [root];
  for (let next = 0; next < waiting.length; next += 1) {
    const value = unpacked(waiting[next]);
    if (typeof value !== "object" || value === null) continue;
    if (!Array.isArray(value)) objects.push(value as JsonObject);
    for (const member of Object.values(value)) if (waiting.length < MEMBERS) waiting.push(member);
  }
  return objects;
}

function at(value: unknown, tokens: readonly string[]): unknown {
  let found = value;
  for (const token of tokens) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, token)) return undefined;
    found = (found as JsonObject)[token];
  }
  return found;
}

function textsOf(value: unknown): readonly string[] {
  if (typeof value === "number") return [String(value)];
  return typeof value === "string" && value !== "" ? [value] : [];
}
