// Codes and table names become identifiers of generated code.

/** ASCII PascalCase; empty where the code holds no letter or digit that could be kept. */
export function identifierOf(code: string): string {
  const ascii = NOT_ASCII.test(code) ? code.normalize("NFKD").replace(/\p{M}/gu, "") : code;
  // Capitals mean something in "InvalidAccessKeyID", but not in "ER_DUP_ENTRY".
  const isUpperCase = !/[a-z]/.test(ascii);
  let identifier = "";
  for (const word of ascii.match(/[A-Za-z0-9]+/g) ?? []) {
    // "1.10" and "11.0" stay apart.
    if (/\d$/.test(identifier) && /^\d/.test(word)) identifier += "_";
    identifier += capitalize(isUpperCase ? word.toLowerCase() : word);
  }
  return /^\d/.test(identifier) ? `E${identifier}` : identifier;
}

/** The identifier with exactly one "Error" at its end. */
export function errorNameOf(identifier: string): string {
  return `${identifier.replace(/(?:Error)+$/, "")}Error`;
}

/** The names in generated code for the errors of a whole table; no single error may have one of them. */
export function tableErrorNames(name: string): readonly string[] {
  return [`${name}Error`, `Unknown${name}Error`, `${name}ServiceError`];
}

/** Whether an error of this name would hide a global of the language, of Node or of browsers. */
export function isReserved(name: string): boolean {
  return RESERVED.has(name);
}

const NOT_ASCII = /\P{ASCII}/u;

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
