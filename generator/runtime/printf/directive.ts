// Directives of printf, such as `%-10s`, and what they can print.

export interface Directive {
  readonly conversion: string;
  readonly flags: string;
  readonly width: number;
  readonly precision: number | undefined;
}

/** A cache: templates have few different directives, and reading a value parses its directive twice. */
const parsedDirectives = /* @__PURE__ */ new Map<string, Directive>();

export function parseDirective(text: string): Directive {
  const before = parsedDirectives.get(text);
  if (before !== undefined) return before;
  const [, flags = "", width, precision, conversion = "s"] = /^%([-+ 0#]*)(\d*)(?:\.(\d*))?([a-z])$/i.exec(text) || [];
  const directive: Directive = {
    conversion,
    flags,
    width: Number(width),
    precision: precision === undefined ? undefined : Number(precision),
  };
  parsedDirectives.set(text, directive);
  return directive;
}

/** The characters that a directive can print; undefined if it can print any character. */
export function printedCharacters(directive: string): string | undefined {
  const { conversion, flags, width, precision } = parseDirective(directive);
  const digits = NUMERIC[conversion.toLowerCase()];
  if (digits === undefined) return undefined;
  const zeros = /^[^-]*0[^-]*$/.test(flags) && precision === undefined;
  const padding = width > 0 && !(zeros && printsInteger(conversion)) ? " " : "";
  const all = digits + flags.replace(/[^+ ]/g, "") + padding;
  return isUpper(conversion) ? all.toUpperCase() : all;
}

/** The characters of printed numbers by conversion, with "inf" and "nan". */
export const NUMERIC: Readonly<Record<string, string>> = {
  d: "-0123456789",
  i: "-0123456789",
  u: "0123456789",
  o: "01234567",
  x: "0123456789abcdefx",
  f: "-.0123456789infa",
  n: "+-.0123456789eInfityNa",
  e: "+-.0123456789infae",
  g: "+-.0123456789infae",
};

export function printsInteger(conversion: string): boolean {
  return "diuoxX".includes(conversion);
}

export function isUpper(conversion: string): boolean {
  return "XEFG".includes(conversion);
}

export function radixOf(conversion: string): number {
  return conversion === "o" ? 8 : /x/i.test(conversion) ? 16 : 10;
}
