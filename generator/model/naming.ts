// Codes and table names become identifiers of generated code.

export interface ChosenName {
  readonly identifier: string;
  /** The code, or the table, with the name that this code would have by itself. */
  readonly insteadOf?: string;
}

/**
 * The identifiers of a table's errors by code; a code without a letter or digit has none unless one is written. The names of their
 * types are different too.
 *
 * An identifier follows from the code alone, and from the table's name where it would hide a global. Where a written identifier or
 * an earlier code has that name, the next spelling is taken. So a code at the end renames no other, and a code elsewhere renames
 * only codes of the same name below it.
 */
export function chooseIdentifiers(
  codes: Iterable<{ readonly code: string; readonly identifier?: string | undefined }>,
  table: string,
): ReadonlyMap<string, ChosenName> {
  const names = new Map<string, ChosenName>();
  const owners = new Map<string, string>();
  const counts = new Map<string, number>();
  const ownerOf = (identifier: string): string | undefined => owners.get(errorNameOf(identifier));
  const take = (code: string, name: ChosenName): void => {
    names.set(code, name);
    if (ownerOf(name.identifier) === undefined) owners.set(errorNameOf(name.identifier), code);
  };
  const derived: string[] = [];
  for (const { code, identifier } of codes) {
    if (identifier === undefined) derived.push(code);
    else take(code, { identifier });
  }
  const isFree = (identifier: string): boolean => ownerOf(identifier) === undefined && !hides(identifier, table);
  for (const code of derived) {
    const own = besideGlobals(identifierOf(code), table);
    if (own === "" || names.has(code)) continue;
    const insteadOf = ownerOf(own);
    if (insteadOf === undefined) take(code, { identifier: own });
    else take(code, { identifier: nextIdentifier(code, own, isFree, counts), insteadOf });
  }
  return names;
}

/** The first free one of these: with another "Error", as the code is written, with a number. */
function nextIdentifier(
  code: string,
  own: string,
  isFree: (identifier: string) => boolean,
  counts: Map<string, number>,
): string {
  const written = asWritten(code);
  const free = [`${own}Error`, written, `${written}Error`].find(isFree);
  if (free !== undefined) return free;
  for (let count = (counts.get(own) ?? 1) + 1; ; count += 1) {
    // Thousands of codes may differ only in letters that identifiers lack.
    counts.set(own, count);
    if (isFree(`${own}_${count}`)) return `${own}_${count}`;
  }
}

/**
 * ASCII PascalCase; empty where the code holds no letter or digit that could be kept. Different codes become different identifiers
 * if all are spelled in one way: PascalCase, with dots or other signs between words of it, snake_case, UPPER_CASE, kebab-case.
 */
export function identifierOf(code: string): string {
  const ascii = withoutAccents(code);
  const words = wordsOf(ascii);
  // Capitals mean something in "InvalidAccessKeyID", but not in "ER_DUP_ENTRY".
  const isUpperCase = !/[a-z]/.test(ascii);
  // In "Invalid.Parameter" they do not show the words, as they do once they are put into "quota.exceeded".
  if (words.length > 1 && !isUpperCase && /[A-Z]/.test(ascii)) return asWritten(code);
  return join(words, isUpperCase ? (word) => capitalize(word.toLowerCase()) : capitalize);
}

/** ASCII PascalCase of words that may be the same as those of another text: "GET /Orders" becomes "GETOrders". */
export function pascalCaseOf(text: string): string {
  const ascii = withoutAccents(text);
  const isUpperCase = !/[a-z]/.test(ascii);
  return join(wordsOf(ascii), (word) => capitalize(isUpperCase ? word.toLowerCase() : word), /\d$/);
}

/** The identifier with "Error" at its end. */
export function errorNameOf(identifier: string): string {
  return identifier.endsWith("Error") ? identifier : `${identifier}Error`;
}

/** The names in generated code for the errors of a whole table; no single error may have one of them. */
export function tableErrorNames(name: string): readonly string[] {
  // Of an error "ShopErrorError" the params would be "ShopErrorParams", as those of the table are.
  return [`${name}Error`, `${name}ErrorError`, `Unknown${name}Error`, `${name}ServiceError`];
}

/** Whether an error of this name would hide a global of the language, of Node or of browsers. */
export function isReserved(name: string): boolean {
  return RESERVED.has(name);
}

/** With the table's name before it, where it would hide a global or a name of the table. */
export function besideGlobals(identifier: string, table: string): string {
  return identifier !== "" && hides(identifier, table) ? besideGlobals(table + identifier, table) : identifier;
}

function hides(identifier: string, table: string): boolean {
  const name = errorNameOf(identifier);
  return isReserved(name) || tableErrorNames(table).includes(name);
}

/** The words in the case of the code, each sign between them an underscore: "Invalid_Parameter", "QUOTA_EXCEEDED". */
function asWritten(code: string): string {
  return join([wordsOf(withoutAccents(code)).join("_")], capitalize);
}

function withoutAccents(code: string): string {
  return NOT_ASCII.test(code) ? code.normalize("NFKD").replace(/\p{M}/gu, "") : code;
}

const NOT_ASCII = /\P{ASCII}/u;

/** The sign of -32601 keeps it apart from 32601. */
function wordsOf(ascii: string): readonly string[] {
  return ascii.replace(/^-(?=\d)/, "Minus").match(/[A-Za-z0-9]+/g) ?? [];
}

/** A word that begins with a digit needs a sign before it, behind some ends at least: "1.10" is not "11.0", "A_1" not "A1". */
function join(words: readonly string[], spell: (word: string) => string, end = /./): string {
  let identifier = "";
  for (const word of words) {
    if (end.test(identifier) && /^\d/.test(word)) identifier += "_";
    identifier += spell(word);
  }
  return /^\d/.test(identifier) ? `E${identifier}` : identifier;
}

/** In words with leading digits ("42p01") the first letter is the capital. */
function capitalize(word: string): string {
  return word.replace(/^(\d*)([a-z])/, (_, digits: string, letter: string) => digits + letter.toUpperCase());
}

const RESERVED: ReadonlySet<string> = new Set([
  ...["AggregateError", "Error", "EvalError", "GPUError", "GPUInternalError", "GPUOutOfMemoryError"],
  ...["GPUPipelineError", "GPUValidationError", "GeolocationPositionError", "MediaError", "OverconstrainedError"],
  ...["RTCError", "RangeError", "ReferenceError", "SuppressedError", "SyntaxError", "TypeError", "URIError"],
  ...["WebTransportError"],
]);
