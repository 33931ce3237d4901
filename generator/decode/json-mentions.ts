// A JSON value becomes the codes and messages that its members hold, at the table's own places and under common names.
import type { BodyPlace } from "./decoder-table.ts";
import { parsedIfJson } from "./embedded-json.ts";

/** Codes and messages that a text mentions together, and that may be those of one error. */
export interface Mention {
  readonly codes: readonly string[];
  readonly messages: readonly string[];
}

export interface ValueMentions {
  readonly mentions: readonly Mention[];
  readonly status: number | undefined;
  readonly requestId: string | undefined;
}

/** Limits the time for a large value. */
const MEMBER_LIMIT = 20_000;

/** Names are compared in lower case and without - and _. */
const CODE_NAME = /^(?:(?:error|err)?code|(?:error)?name|error|type|reason|title)$/;
const STATUS_NAME = /^(?:http)?(?:status|code|statuscode)$/;
const REQUEST_ID_NAME = /^x?requestid$/;
/** The names that say "message" most clearly come first: the title of a problem is less exact than its detail. */
const MESSAGE_NAMES = "message errormessage errormsg errmsg msg detail errordescription description error title".split(
  " ",
);

export function mentionsIn(root: unknown, places: readonly BodyPlace[]): ValueMentions {
  const objects = objectsIn(root);
  const mentions = objects.flatMap((object) =>
    places
      .map(({ code, message }): Mention => ({ codes: textsAt(object, code), messages: textsAt(object, message) }))
      .filter(({ codes }) => codes.length > 0),
  );
  let status: number | undefined;
  let requestId: string | undefined;
  for (const object of objects) {
    const codes: string[] = [];
    const byName = new Map<string, readonly string[]>();
    for (const [member, value] of Object.entries(object)) {
      const name = member.toLowerCase().replace(/[_-]/g, "");
      const texts = textsOf(value);
      byName.set(name, texts);
      if (CODE_NAME.test(name)) codes.push(...texts);
      if (STATUS_NAME.test(name)) status ??= texts.filter((text) => /^[45]\d\d$/.test(text)).map(Number)[0];
      if (REQUEST_ID_NAME.test(name)) requestId ??= texts[0];
    }
    const messages = MESSAGE_NAMES.flatMap((name) => byName.get(name) ?? []);
    if (codes.length + messages.length > 0) mentions.push({ codes, messages });
  }
  return { mentions, status, requestId };
}

/** The value itself first, then the objects within it, also within strings of JSON. */
function objectsIn(root: unknown): readonly object[] {
  const objects: object[] = [];
  const queue: unknown[] = [root];
  for (let next = 0; next < queue.length; next += 1) {
    const value = parsedIfJson(queue[next]);
    if (typeof value !== "object" || value === null) continue;
    if (!Array.isArray(value)) objects.push(value);
    for (const member of Object.values(value)) if (queue.length < MEMBER_LIMIT) queue.push(member);
  }
  return objects;
}

function textsAt(object: object, tokens: readonly string[]): readonly string[] {
  let found: unknown = object;
  for (const token of tokens) {
    if (typeof found !== "object" || found === null) return [];
    found = Object.getOwnPropertyDescriptor(found, token)?.value;
  }
  return textsOf(found);
}

function textsOf(value: unknown): readonly string[] {
  if (typeof value === "number") return [String(value)];
  return typeof value === "string" && value !== "" ? [value] : [];
}
