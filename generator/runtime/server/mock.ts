// Makes answers of errors for tests: bodies, replies, and handlers of requests, with values of the table's examples.
import { bigInt } from "../printf/param-values.ts";
import type { Reply, ReplyOptions } from "./reply.ts";

/** An answer with an error. */
export interface Mock<Content> {
  readonly body: Content;
  /** The same as status, headers and text. */
  readonly reply: Reply;
  /** A handler of Mock Service Worker: `handler(http.get, "/orders/:id")`. */
  readonly handler: <Path, Handler>(
    register: (path: Path, resolver: () => Promise<never>) => Handler,
    path: Path,
    options?: MockedHandlerOptions,
  ) => Handler;
}

export interface MockedHandlerOptions {
  /** Milliseconds before the answer. */
  readonly delay?: number | undefined;
  /** The number of requests that it answers; later ones go to other handlers. */
  readonly times?: number | undefined;
}

export interface MockParam {
  readonly name: string;
  /** string, integer, number or int64. */
  readonly type: string;
  readonly value: string | number;
  readonly enum?: readonly string[];
  readonly pattern?: string;
}

export interface MockRow {
  /** Of errors with cases. */
  readonly case?: string;
  readonly params: readonly MockParam[];
  readonly headers?: Readonly<Record<string, string | number>>;
  readonly members?: object;
}

export interface MockSource {
  readonly caseKey: string;
  readonly create: (code: string, params: object, options: object) => unknown;
  readonly reply: (error: unknown, options: ReplyOptions) => Reply;
  readonly requestId: string;
  readonly response?: object | undefined;
  /** The cases of each code. */
  readonly rows: Readonly<Record<string, readonly MockRow[]>>;
}

type MakeAnyMock = (params?: object, options?: object) => Mock<unknown>;

/** A function for each code. */
export function mocksOf<Mocks>(source: MockSource): Mocks {
  const mocks: Record<string, MakeAnyMock> = {};
  for (const code of Object.keys(source.rows)) {
    mocks[code] = (params = {}, options = {}) => mockOf(source, code, params, options);
  }
  return mocks as Mocks;
}

function mockOf(source: MockSource, code: string, params: object, options: object): Mock<unknown> {
  const { caseKey, create, requestId, response, reply: replyWithText } = source;
  const rows = rowsOf(source, code);
  const wanted: unknown = (params as Readonly<Record<string, unknown>>)[caseKey];
  const row = rows.find((one) => one.case !== undefined && one.case === wanted) || rows[0];
  const { params: examples = [], headers, members, case: one } = row || {};
  const all: Record<string, unknown> = {};
  if (one !== undefined) all[caseKey] = one;
  for (const { name, type, value } of examples) all[name] = type === "int64" ? bigInt()(value) : value;
  const failure = create(code, Object.assign(all, params), Object.assign({ headers, members }, options));
  const reply = replyWithText(failure, Object.assign({ requestId, response }, options));
  return { body: bodyOf(reply), reply, handler: (register, path, how) => register(path, resolver(reply, how)) };
}

function rowsOf({ rows }: MockSource, code: string): readonly MockRow[] {
  return (code.hasOwnProperty.call(rows, code) ? rows[code] : undefined) || [];
}

/** Bodies in XML stay texts; some statuses have no body. */
function bodyOf({ body }: Reply): unknown {
  return body === "" || body.startsWith("<") ? body || undefined : JSON.parse(body);
}

function resolver(
  { status, headers, body }: Reply,
  { delay = 0, times = Number.POSITIVE_INFINITY }: MockedHandlerOptions = {},
): () => Promise<never> {
  const { Response, setTimeout } = globalThis as unknown as {
    readonly Response: new (body: string | null, init: object) => never;
    readonly setTimeout: (run: () => void, milliseconds: number) => unknown;
  };
  let left = times;
  return async () => {
    // Mock Service Worker asks the next handler where one answers with nothing.
    if (left <= 0) return undefined as never;
    left -= 1;
    if (delay > 0) await new Promise<void>((resolve) => setTimeout(resolve, delay));
    return new Response(body || null, { status, headers });
  };
}

interface Arbitraries {
  readonly bigInt: (range: object) => unknown;
  readonly constantFrom: (...values: readonly unknown[]) => unknown;
  readonly double: (range: object) => unknown;
  readonly integer: () => unknown;
  readonly oneof: (...values: readonly unknown[]) => unknown;
  readonly record: (values: object) => { readonly map: (make: (params: object) => unknown) => unknown };
  readonly string: () => unknown;
  readonly stringMatching: (pattern: RegExp) => unknown;
}

/** Bodies of these codes, or of all, with any values of their params. */
export function bodiesOf<Made>(source: MockSource, codes: readonly unknown[], fc: object): Made {
  const from = fc as Arbitraries;
  const names = codes.length === 0 ? Object.keys(source.rows) : codes.map(String);
  const all: unknown[] = [];
  for (const code of names)
    for (const { params, case: one } of rowsOf(source, code)) {
      const values: Record<string, unknown> = {};
      const ofCase = one === undefined ? {} : { [source.caseKey]: one };
      // Some statuses have no body.
      if (mockOf(source, code, ofCase, {}).body === undefined) continue;
      if (one !== undefined) values[source.caseKey] = from.constantFrom(one);
      for (const param of params) values[param.name] = valuesOf(param, from);
      all.push(from.record(values).map((made) => mockOf(source, code, made, {}).body));
    }
  return from.oneof(...all) as Made;
}

function valuesOf({ type, enum: values, pattern }: MockParam, from: Arbitraries): unknown {
  if (values !== undefined) return from.constantFrom(...values);
  switch (type) {
    case "integer":
      return from.integer();
    case "number":
      return from.double({ noNaN: true, noDefaultInfinity: true });
    case "int64":
      return from.bigInt({ min: bigInt()("-9223372036854775808"), max: bigInt()("9223372036854775807") });
    default:
      return pattern === undefined ? from.string() : from.stringMatching(new RegExp(pattern, "u"));
  }
}
