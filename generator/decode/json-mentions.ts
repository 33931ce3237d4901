// A JSON value becomes the codes and messages that its members hold, at the table's own places and under common names.
import { codesAt, factsIn, isNamedCode, itemsIn, keyOf, messagesAt } from "./body-form.ts";
import type { DecoderBody } from "./decoder-table.ts";
import { jsonValuesIn } from "./embedded-json.ts";
import { textsOf, valueAt } from "./json-values.ts";
import { isDistinct } from "./log-line.ts";

/** Codes and messages that a text mentions together, and that may be those of one error. */
export interface Mention {
  readonly codes: readonly string[];
  readonly messages: readonly string[];
  /** The object whose members tell cases apart. */
  readonly body?: object;
  /** The position of the error, where its code is the one that readers of responses find: in a body, in an item of its list, or in a header. */
  readonly item?: number;
}

export interface ValueMentions {
  readonly mentions: readonly Mention[];
  /** The texts of all members. */
  readonly texts: readonly string[];
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  /** Seconds. */
  readonly retryAfter: string | undefined;
}

/** Limits the time for a large value. */
const MEMBER_LIMIT = 20_000;

/** Names are compared in lower case and without - and _. */
const CODE_NAME = /^(?:(?:error|err)?code|(?:error)?name|error|type|reason|title)$/;
const STATUS_NAME = /^(?:http)?(?:status|code|statuscode)$/;
const REQUEST_ID_NAME = /^(?:x.*)?requestid$/;
/** The names that say "message" most clearly come first: the title of a problem is less exact than its detail. */
const MESSAGE_NAMES = "message errormessage errormsg errmsg msg detail errordescription description error title".split(
  " ",
);

export function mentionsIn(root: unknown, body: DecoderBody): ValueMentions {
  const mentions = [...itemMentions(root, body)];
  const sentences: string[] = [];
  // Programs leave the prefix of a code out; a plain word without it is any word, and so is one under a common name further inside.
  const { prefix = "" } = body;
  const isMeant = (text: string, isPlaced: boolean): boolean =>
    (prefix ? text.startsWith(prefix) : isPlaced) || isDistinct(text);
  // A body with a number at the place of texts belongs to another API, even if another member has a known code.
  const isForeign = body.places.some(([code]) => isNamedCode(0, body) && typeof valueAt(root, code) === "number");
  let status: number | undefined;
  let { requestId, retryAfter } = factsIn(root, body);
  for (const object of objectsIn(root)) {
    for (const [code, message] of body.places) {
      const codes = codesAt(object, code, body).filter((text) => isMeant(text, true));
      const messages = messagesAt(object, message);
      if (codes.length + messages.length > 0) mentions.push({ codes, messages, body: object });
    }
    const codes: string[] = [];
    const byName = new Map<string, readonly string[]>();
    // A header and its value may be members of an object.
    const { name: header, key = header, value: own } = object as Readonly<Record<string, unknown>>;
    for (const [member, value] of [...Object.entries(object), [`${key}`, own] as const]) {
      const name = member.toLowerCase().replace(/[_-]/g, "");
      const texts = textsOf(value);
      byName.set(name, texts);
      sentences.push(...texts.filter((text) => text.includes(" ")));
      if (CODE_NAME.test(name) && isNamedCode(value, body) && !(isForeign && object === root))
        codes.push(...texts.filter((text) => isMeant(text, object === root)));
      if (STATUS_NAME.test(name)) status ??= texts.filter((text) => /^[45]\d\d$/.test(text)).map(Number)[0];
      if (REQUEST_ID_NAME.test(name)) requestId ??= texts[0];
    }
    const messages = MESSAGE_NAMES.flatMap((name) => byName.get(name) ?? []);
    if (codes.length + messages.length > 0) mentions.push({ codes, messages });
  }
  return { mentions, texts: sentences, status, requestId, retryAfter };
}

/** The errors of the body that readers of responses find. */
function* itemMentions(root: unknown, body: DecoderBody): Generator<Mention> {
  const { places } = body;
  for (const [item, value] of itemsIn(root, body).entries()) {
    const at = places.find(([code]) => keyOf(valueAt(value, code), body) !== undefined)?.[0];
    const code = at && keyOf(valueAt(value, at), body);
    if (code === undefined) continue;
    const messages = places.flatMap(([, message]) => messagesAt(value, message));
    yield { codes: [code], messages, body: value as object, item };
  }
}

/** The value itself first, then the objects and lists within it, also within strings of JSON. */
function objectsIn(root: unknown): readonly object[] {
  const objects: object[] = [];
  const queue: unknown[] = [root];
  for (let next = 0; next < queue.length; next += 1) {
    const value = queue[next];
    if (typeof value === "string" && /[[{]/.test(value)) queue.push(...jsonValuesIn(value));
    if (!value || typeof value !== "object") continue;
    objects.push(value);
    for (const member of Object.values(value)) if (queue.length < MEMBER_LIMIT) queue.push(member);
  }
  return objects;
}
