// Makes answers of errors for tests: bodies, replies, and handlers of requests, with values of the table's examples.
import type { Reply, ReplyOptions } from "./reply.ts";

/** An answer with an error. */
export interface Mock<Body> {
  readonly body: Body;
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

/** The parts of fast-check that are used. Its method constant tells the type of arbitraries. */
export interface FastCheck<Body, Made> {
  readonly constant: (value: Body) => Made;
}

export type MakeArbitrary<Body> = <Made>(fc: FastCheck<Body, Made>) => Made;

export interface MockParam {
  readonly name: string;
  readonly type: "string" | "integer" | "number" | "int64";
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
  for (const { name, type, value } of examples) all[name] = type === "int64" ? BigInt(value) : value;
  const failure = create(code, Object.assign(all, params), Object.assign({ headers, members }, options));
  const reply = replyWithText(failure, Object.assign({ requestId, response }, options));
  return { body: bodyOf(reply), reply, handler: (register, path, how) => register(path, resolver(reply, how)) };
}

function rowsOf({ rows }: MockSource, code: string): readonly MockRow[] {
  return (code.hasOwnProperty.call(rows, code) ? rows[code] : undefined) || [];
}

/** Bodies in XML stay texts. */
function bodyOf({ body }: Reply): unknown {
  return body.startsWith("<") ? body : JSON.parse(body);
}

function resolver(
  { status, headers, body }: Reply,
  { delay = 0, times = Number.POSITIVE_INFINITY }: MockedHandlerOptions = {},
): () => Promise<never> {
  const { Response, setTimeout } = globalThis as unknown as {
    readonly Response: new (body: string, init: object) => never;
    readonly setTimeout: (run: () => void, milliseconds: number) => unknown;
  };
  let left = times;
  return async () => {
    // Mock Service Worker asks the next handler where one answers with nothing.
    if (left <= 0) return undefined as never;
    left -= 1;
    if (delay > 0) await new Promise<void>((resolve) => setTimeout(resolve, delay));
    return new Response(body, { status, headers });
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
  const all = names.flatMap((code) =>
    rowsOf(source, code).map(({ params, case: one }) => {
      const values: Record<string, unknown> = {};
      if (one !== undefined) values[source.caseKey] = from.constantFrom(one);
      for (const param of params) values[param.name] = valuesOf(param, from);
      return from.record(values).map((made) => mockOf(source, code, made, {}).body);
    }),
  );
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
      return from.bigInt({ min: -(BigInt(2) ** BigInt(63)), max: BigInt(2) ** BigInt(63) - BigInt(1) });
    default:
      return pattern === undefined ? from.string() : from.stringMatching(new RegExp(pattern, "u"));
  }
}
