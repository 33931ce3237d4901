// Makes the facts of an error that a server throws, and finds them in any thrown
// value.

/** An error of the table, as servers answer with it. */
export interface FailureRow {
  /** As it travels; absent for a value that is no error of a table, where the table has no fallback. */
  readonly code?: string | number;
  readonly status: number;
  /** The statuses of which one is chosen; none where the API does not state one. */
  readonly statuses?: readonly number[];
  readonly retry?: string;
  readonly tags?: readonly string[];
  readonly case?: string;
  /** The names of the headers that come with the error. */
  readonly headerNames?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  /** The members of the body that the code and the params fill in. */
  readonly fixed?: unknown;
  /** The params whose values logs hide, and the message without them. */
  readonly hidden?: { readonly params: readonly string[]; readonly message?: string };
  /** The lowest status at which replies hide the message. */
  readonly hiddenFrom?: number;
  /** Whether the reply is that of the fallback. */
  readonly isInternal?: boolean;
  /** The facts of its cases that differ from those of the error. */
  readonly cases?: Readonly<Record<string, Partial<FailureRow>>>;
}

/** All that a reply needs to know of an error. It is plain data, so that other copies of this module understand it. */
export interface FailureFacts {
  readonly row: FailureRow;
  readonly message: string;
  readonly params: object;
  /** The members of the body that neither code nor params fill in. */
  readonly members?: object | undefined;
  /** The facts that replies show in place of these. */
  readonly shown?: FailureFacts;
  /** The row that the message comes from, if it is not this one. */
  readonly source?: FailureRow;
}

/**
 * The facts of an error of this or another copy of the module, also of another realm: its prototype has a method of the name of
 * the brand, which no JSON has. It throws where a proxy, a getter or a member of that name does.
 */
export function factsIn(value: unknown, brand: string): FailureFacts | undefined {
  const failure = value as Readonly<Record<string, () => FailureFacts>> | undefined;
  const facts = failure?.[brand]?.();
  if (typeof facts?.message === "string" && facts.row.status > 99) return facts;
  return undefined;
}

/** A failure as far as all tables have it. */
export interface FailureLike {
  readonly message: string;
  readonly params: object;
}

/** The facts that a failure with this row has. */
export function failureFacts(failure: FailureLike, row: FailureRow): FailureFacts {
  return { row, message: failure.message, params: failure.params };
}

export function factsWithMembers(
  failure: FailureLike & { readonly members: object | undefined },
  row: FailureRow,
): FailureFacts {
  return { row, message: failure.message, params: failure.params, members: failure.members };
}

export interface GivenOptions {
  readonly cause?: unknown;
  readonly status?: number | undefined;
  readonly headers?: object | undefined;
}

/** The row with the status and the headers that a program chooses. It throws a TypeError if the error has no such status, and for a header that no response may have. */
export function chosenRow(row: FailureRow, options: GivenOptions = {}): FailureRow {
  const { status = row.status, headers = {} } = options;
  if (row.statuses !== undefined && !isAmong(row.statuses, status))
    throw new TypeError(`The error "${row.code}" has no status ${status}.`);
  return Object.assign({}, row, { status, headers: headersOf(row, headers) });
}

function isAmong(statuses: readonly number[], status: number): boolean {
  if (statuses.length > 0) return statuses.includes(status);
  return Number.isInteger(status) && status >= 200 && status < 600;
}

/** Only headers of the table are sent. */
function headersOf({ headerNames = [] }: FailureRow, given: object): Readonly<Record<string, string>> {
  const own: Record<string, string> = {};
  for (const name of headerNames) {
    if (!name.hasOwnProperty.call(given, name)) continue;
    const value = (given as Readonly<Record<string, unknown>>)[name];
    if (value !== undefined) own[name] = headerText(name, value);
  }
  return own;
}

/** The value of a header. Line breaks would begin another header, and clients wait as long as a header says. */
function headerText(name: string, value: unknown): string {
  const isDelay = name.toLowerCase() === "retry-after";
  const text = typeof value === "number" ? numberText(value, isDelay) : value;
  const isText = typeof text === "string" && /^[\t -~\x80-\xff]*$/.test(text);
  if (!isText) throw new TypeError(`The value of the header "${name}" is no text that headers can have.`);
  if (isDelay && !/^\d+$|^\w+, .* GMT$/.test(text))
    throw new TypeError(`The value of the header "${name}" is neither a number of seconds nor a date.`);
  return text;
}

/** The result is undefined for values that are no finite numbers. A client that waits too short a time is refused again. */
function numberText(value: number, isDelay: boolean): string | undefined {
  return Number.isFinite(value) ? String(isDelay ? Math.ceil(value) : value) : undefined;
}

/** The row with the facts of the case that the params name. */
export function rowOfCase(row: FailureRow, params: object, key: string): FailureRow {
  const name: unknown = (params as Readonly<Record<string, unknown>>)[key];
  const { cases = {} } = row;
  if (typeof name !== "string" || !name.hasOwnProperty.call(cases, name)) return row;
  return Object.assign({}, row, { case: name }, cases[name]);
}

/** The facts, with the facts that replies show in their place: all of the fallback for internal errors, or only its message. */
export function guardedFacts(facts: FailureFacts, fallback: FailureFacts): FailureFacts {
  const { row } = facts;
  if (row.isInternal === true) return Object.assign({}, facts, { shown: fallback });
  if (row.hiddenFrom === undefined || row.status < row.hiddenFrom) return facts;
  const shown = Object.assign({}, facts, { message: fallback.message, source: fallback.row });
  return Object.assign({}, facts, { shown });
}

/** Params as JSON has them. */
export function plainParams(params: object): object {
  const plain: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(params)) plain[name] = typeof value === "bigint" ? String(value) : value;
  return plain;
}

/** Message and params as logs have them. */
export function loggedFacts({ row, message, params }: FailureFacts): {
  readonly message: string;
  readonly params: object;
} {
  const { hidden } = row;
  const plain = plainParams(params) as Record<string, unknown>;
  if (hidden === undefined) return { message, params: plain };
  for (const name of hidden.params) if (name.hasOwnProperty.call(plain, name)) plain[name] = "[hidden]";
  return { message: hidden.message === undefined ? message : hidden.message, params: plain };
}

/** Message and params of a failure, without the values of its sensitive params. */
export function loggedOf(failure: object, brand: string): object {
  const facts = factsIn(failure, brand);
  return facts === undefined ? {} : loggedFacts(facts);
}

/** The brand of the failures of a table, and the facts in place of other errors. */
export interface FailureSource {
  readonly brand: string;
  readonly fallback: FailureFacts;
}

/** The facts that clients may see: without the params where the message is hidden. */
export function shownFacts(error: unknown, { brand, fallback }: FailureSource): FailureFacts {
  try {
    const facts = factsIn(error, brand);
    if (facts === undefined) return withoutParams(fallback);
    return facts.shown === undefined ? facts : withoutParams(facts.shown);
  } catch {
    // Getters and proxies throw.
    return withoutParams(fallback);
  }
}

/** Programs may change the params, so that they are an object of their own. */
function withoutParams(facts: FailureFacts): FailureFacts {
  return Object.assign({}, facts, { params: {} });
}
