// Prints printf messages and reads their params back. Both take time linear in
// the message. Reading returns params only if no other params make the message.
import { bigInt, type Value } from "./param-values.ts";

/** A literal text, or a slot for a param. */
export type Part = string | Slot;

/** The index of the printed param, and its directive: `[1, "%-10s"]`. */
export type Slot = readonly [param: number, directive: string];

/** The type of a param: int64 is a bigint, integer and number are numbers. */
export type ValueType = "string" | "integer" | "int64" | "number";

/**
 * The message as printf of C prints it, with widths in code points. `%q` prints
 * a text in quotes, as Go does, and `%n` a number in as few digits as it needs.
 */
export function formatMessage(parts: readonly Part[], values: readonly Value[]): string {
  let message = "";
  for (const part of parts) {
    if (typeof part === "string") message += part;
    else message += print(part[1], values[part[0]] ?? "");
  }
  return message;
}

/**
 * The values from which formatMessage makes this message. Undefined if there are none, if other values make the same
 * message too, or if a value is not shown in full. Floating-point numbers are as exact as they were printed. Types are
 * undefined if all params are texts that `%s` prints, each once and in order.
 */
export function readMessage(
  parts: readonly Part[],
  types: readonly ValueType[] | undefined,
  message: string,
): Value[] | undefined {
  const divided = split(parts, message);
  if (types === undefined) return divided;
  const texts = divided ?? sameTexts(parts, message);
  if (texts === undefined) return undefined;
  const values: Value[] = [];
  let slot = 0;
  for (const part of parts) {
    if (typeof part === "string") continue;
    const type = types[part[0]] ?? "string";
    const value = values[part[0]] ?? scan(part[1], type, texts[slot] ?? "");
    if (value !== undefined) values[part[0]] = value;
    slot += 1;
  }
  // Scanning is lenient, so that each value is printed again and compared.
  slot = 0;
  for (const part of parts) {
    if (typeof part === "string") continue;
    const value = values[part[0]];
    if (value === undefined) return undefined;
    if (print(part[1], value) !== texts[slot]) return undefined;
    slot += 1;
  }
  return values;
}

/**
 * Whether the message has the words of the template, and between them only texts that its slots can print. Each message
 * that readMessage reads is possible, and so may be others.
 */
export function isPossibleMessage(parts: readonly Part[], message: string): boolean {
  const division = divide(parts, message);
  if (division === undefined) return false;
  const { body, separators, slots } = division;
  if (firstPlaces(body, separators) === undefined) return false;
  if (slots.every(printsAnything)) return !hasOtherRepeat(parts, message);
  const [layer] = countAll(body, separators, slots);
  return layer?.ways[0] !== 0 && !hasOtherRepeat(parts, message);
}

/** The literal texts before, between and after the slots, including empty texts. */
export function wordsOf(parts: readonly Part[]): string[] {
  const words: string[] = [];
  let word = "";
  for (const part of parts) {
    if (typeof part === "string") word += part;
    else {
      words.push(word);
      word = "";
    }
  }
  return [...words, word];
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

type Printed = readonly [sign: string, body: string, takesZeros: boolean];

/** The characters of printed numbers by conversion, with "inf" and "nan". */
const NUMERIC: Readonly<Record<string, string>> = {
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

function printsInteger(conversion: string): boolean {
  return "diuoxX".includes(conversion);
}

function isUpper(conversion: string): boolean {
  return "XEFG".includes(conversion);
}

function radixOf(conversion: string): number {
  return conversion === "o" ? 8 : /x/i.test(conversion) ? 16 : 10;
}

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

function print(directive: string, value: Value): string {
  if (directive === "%s" || directive === "%n") return String(value);
  if (directive === "%d" && Number.isSafeInteger(value)) return String(value);
  const format = parseDirective(directive);
  const { conversion, flags, width } = format;
  const [sign, body, takesZeros] = printUnpadded(format, value);
  const room = width - firstPoints(sign + body, width).length;
  let text = " ".repeat(room) + sign + body;
  if (flags.includes("-")) text = sign + body + " ".repeat(room);
  else if (flags.includes("0") && takesZeros) {
    text = sign + "0".repeat(room) + body;
  }
  return isUpper(conversion) ? text.toUpperCase() : text;
}

/** The sign or prefix, the text after it, and whether zeros may fill the space between. */
function printUnpadded(format: Directive, value: Value): Printed {
  const { conversion, flags, precision } = format;
  if (!(conversion.toLowerCase() in NUMERIC)) {
    const text = String(value);
    if (conversion === "q") return ["", quote(text), false];
    const shown = conversion === "c" ? 1 : precision;
    if (shown === undefined) return ["", text, false];
    return ["", firstPoints(text, shown).join(""), false];
  }
  const number = Number(value);
  const sign = signOf(flags, number < 0 || Object.is(number, -0));
  if (!Number.isFinite(number))
    return [sign, printsInteger(conversion) ? String(Math.abs(number)) : notFinite(number), false];
  if (printsInteger(conversion)) {
    const whole = Math.trunc(number);
    // Numbers print all of their digits only up to a size.
    const exact = typeof value === "bigint" ? value : Number.isSafeInteger(whole) ? whole : bigInt()(whole);
    return printInteger(format, exact);
  }
  return [sign, printFloat(format, Math.abs(number)), true];
}

/** As C prints it. Whole numbers of C are always finite. */
function notFinite(number: number): string {
  return Number.isNaN(number) ? "nan" : "inf";
}

/** The signs that Go has short names for, and their names. */
const ESCAPED = '"\\\x07\b\f\n\r\t\v';
const ESCAPES = '"\\abfnrtv';

/** The text in quotes, with names or numbers for signs that show nothing. */
function quote(text: string): string {
  // As a text it is read when it is needed: not all engines know these classes.
  const seen = "\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}";
  const unseen = new RegExp(`["\\\\]|[^${seen} ]`, "gu");
  const body = text.replace(unseen, (sign) => {
    const name = ESCAPES.charAt(ESCAPED.indexOf(sign));
    if (ESCAPED.includes(sign)) return `\\${name}`;
    const hex = (sign.codePointAt(0) || 0).toString(16);
    if (sign < "\x80") return `\\x${hex.padStart(2, "0")}`;
    const isShort = hex.length <= 4;
    return isShort ? `\\u${hex.padStart(4, "0")}` : `\\U${hex.padStart(8, "0")}`;
  });
  return `"${body}"`;
}

/** A text that may print in these quotes. */
function unquote(quoted: string): string {
  const escapes = /\\(?:x(..)|u(.{4})|U(.{8})|(.))/g;
  const replace = (_: string, x?: string, u?: string, long?: string, name = ""): string => {
    const hex = x ?? u ?? long;
    if (hex === undefined) return ESCAPED.charAt(ESCAPES.indexOf(name));
    const point = Number.parseInt(hex, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : "";
  };
  return quoted.slice(1, -1).replace(escapes, replace);
}

/** The first code points; the rest of the text is not looked at. */
function firstPoints(text: string, count: number): string[] {
  return Array.from(text.slice(0, 2 * count)).slice(0, count);
}

function signOf(flags: string, isNegative: boolean): string {
  if (isNegative) return "-";
  return flags.includes("+") ? "+" : flags.includes(" ") ? " " : "";
}

/** An unsigned conversion prints a negative number as its 64-bit complement. */
function printInteger(format: Directive, value: number | bigint): Printed {
  const { conversion, flags, precision } = format;
  const isSigned = "di".includes(conversion);
  const sign = isSigned ? signOf(flags, value < 0) : "";
  const size = value >= 0 ? value : isSigned ? -value : bigInt().asUintN(64, bigInt()(value));
  const isNothing = Number(size) === 0 && precision === 0;
  let digits = isNothing ? "" : (size as number).toString(radixOf(conversion));
  digits = digits.padStart(precision ?? 1, "0");
  const takesZeros = precision === undefined;
  if (!flags.includes("#")) return [sign, digits, takesZeros];
  if (conversion === "o") digits = digits.replace(/^(?!0)/, "0");
  const hasPrefix = radixOf(conversion) === 16 && size > 0;
  return [hasPrefix ? "0x" : sign, digits, takesZeros];
}

function printFloat(format: Directive, size: number): string {
  const { conversion, flags, precision = 6 } = format;
  const hasPoint = flags.includes("#");
  if (/f/i.test(conversion)) return fixedPoint(size, precision, hasPoint);
  if (/e/i.test(conversion)) return exponential(size, precision, hasPoint);
  // %g takes the shorter of %e and %f, without zeros at the end of the fraction.
  const digits = Math.max(1, precision);
  const long = exponential(size, digits - 1, hasPoint);
  const exponent = Number(long.replace(/.*e/, ""));
  const isLong = exponent < -4 || exponent >= digits;
  const text = isLong ? long : fixedPoint(size, digits - 1 - exponent, hasPoint);
  if (hasPoint) return text;
  return text.replace(/(\.\d*?)0*(?=e|$)/, "$1").replace(/\.(?=e|$)/, "");
}

function fixedPoint(size: number, places: number, hasPoint: boolean): string {
  const digits = scale(size, places)
    .toString()
    .padStart(places + 1, "0");
  return withPoint(digits, digits.length - places, hasPoint);
}

function exponential(size: number, places: number, hasPoint: boolean): string {
  // The first exponent is too low, because rounding may make a number one digit longer.
  let exponent = size === 0 ? 0 : Math.floor(Math.log10(size)) - 1;
  let digits = scale(size, places - exponent).toString();
  while (digits.length > places + 1) {
    exponent += 1;
    digits = scale(size, places - exponent).toString();
  }
  const power = Math.abs(exponent).toString().padStart(2, "0");
  const number = withPoint(digits.padEnd(places + 1, "0"), 1, hasPoint);
  return `${number}e${exponent < 0 ? "-" : "+"}${power}`;
}

function withPoint(digits: string, whole: number, hasPoint: boolean): string {
  const point = hasPoint || digits.length > whole ? "." : "";
  return digits.slice(0, whole) + point + digits.slice(whole);
}

/** The number times 10 to the power of `places`; ties are rounded to even, as in C. */
function scale(size: number, places: number): bigint {
  let whole = size;
  let halvings = 0;
  for (; !Number.isInteger(whole); halvings += 1) whole *= 2;
  const big = bigInt();
  const [one, two, ten] = [big(1), big(2), big(10)] as const;
  const dividend = big(whole) * ten ** big(Math.max(0, places));
  const divisor = (ten ** big(Math.max(0, -places))) << big(halvings);
  const quotient = dividend / divisor;
  const rest = (dividend % divisor) * two;
  const isUp = rest > divisor || (rest === divisor && quotient % two === one);
  return isUp ? quotient + one : quotient;
}

/** A value that may print as this text; undefined if several values may. */
function scan(directive: string, type: ValueType, text: string): Value | undefined {
  if (directive === "%s" && type === "string") return text;
  const radix = directive === "%d" ? 10 : radixOf(directive.slice(-1));
  switch (type) {
    case "integer": {
      const value = Number.parseInt(text, radix) || 0;
      return Number.isSafeInteger(value) ? value : undefined;
    }
    case "int64":
      return scanInt64(text, radix);
    case "number":
      return Number(text.toLowerCase().replace(/inf(inity)?/, "Infinity"));
    case "string":
      return scanText(directive, text);
  }
}

function scanText(directive: string, text: string): string | undefined {
  const { conversion, flags, width, precision } = parseDirective(directive);
  if (conversion === "q") return unquote(text.trim());
  const longest = Math.max(1, width, precision ?? 0);
  const points = firstPoints(text, longest + 1);
  const isLeft = flags.includes("-");
  const last = points.length - 1;
  if (conversion === "c") return points[isLeft ? 0 : last];
  // A space at the edge may be padding, and a text of the full precision may be cut off.
  const isPadded = points.length <= width && points[isLeft ? last : 0] === " ";
  const isCut = precision !== undefined && points.length >= precision;
  return isPadded || isCut ? undefined : text;
}

function scanInt64(text: string, radix: number): bigint | undefined {
  const [, minus, digits] = /^(?:(-)|\+)?(?:0x)?0*([\da-f]{0,22})$/i.exec(text.trim()) || [];
  if (digits === undefined) return undefined;
  const big = bigInt();
  let value = big(0);
  for (const digit of digits) {
    value = value * big(radix) + big(Number.parseInt(digit, 16));
  }
  if (minus !== undefined) value = -value;
  const isSigned = big.asIntN(64, value) === value;
  return isSigned || big.asUintN(64, value) === value ? value : undefined;
}

/** The text of each slot in the message; undefined if there are several ways to divide the message. */
function split(parts: readonly Part[], message: string): string[] | undefined {
  const head = literalAt(parts, 0);
  const firstSlot = head === "" ? 0 : 1;
  if (parts.length <= firstSlot) return message === head ? [] : undefined;
  const last = parts.length - 1;
  const tail = literalAt(parts, last);
  const end = message.length - tail.length;
  if (end < head.length) return undefined;
  if (!message.startsWith(head) || !message.endsWith(tail)) return undefined;
  const texts: string[] = [];
  let from = head.length;
  for (let index = firstSlot + 1; index < last; index += 2) {
    const separator = literalAt(parts, index);
    // Nothing marks the end of a slot that touches the next slot.
    if (separator === "") return undefined;
    const place = message.indexOf(separator, from);
    if (place < 0 || place + separator.length > end) return undefined;
    texts.push(message.slice(from, place));
    from = place + separator.length;
  }
  if (typeof parts[last] !== "string" && (last - firstSlot) % 2 === 1) {
    return undefined;
  }
  texts.push(message.slice(from, end));
  return texts.length > 1 ? single(parts, message, texts, end) : texts;
}

/** The literal text at an index; empty if there is a slot. Literal texts are not empty, and no two of them are neighbours. */
function literalAt(parts: readonly Part[], index: number): string {
  const part = parts[index];
  return typeof part === "string" ? part : "";
}

/**
 * The same texts if each separator stands at its last possible place, because then no other division exists; otherwise
 * the texts of the only division that the slots allow.
 */
function single(parts: readonly Part[], message: string, texts: string[], end: number): string[] | undefined {
  const firstSlot = typeof parts[0] === "string" ? 1 : 0;
  let next = end;
  for (let slot = texts.length - 1; slot > 0; slot -= 1) {
    const separator = literalAt(parts, firstSlot + 2 * slot - 1);
    const place = next - (texts[slot]?.length ?? 0) - separator.length;
    const other = message.indexOf(separator, place + 1);
    if (other >= 0 && other + separator.length <= next) {
      return counted(parts, message);
    }
    next = place;
  }
  return texts;
}

/** The texts of the only division that the slots allow; undefined if there is none or several. */
function counted(parts: readonly Part[], message: string): string[] | undefined {
  if (parts.every((part) => typeof part === "string" || printsAnything(part))) {
    return undefined;
  }
  const division = divide(parts, message);
  if (division === undefined) return undefined;
  const { body, separators, slots } = division;
  const places = countPlaces(body, separators, slots);
  if (places === undefined) return undefined;
  let from = 0;
  return slots.map((_, index) => {
    const text = body.slice(from, places[index]);
    from += text.length + (separators[index]?.length ?? 0);
    return text;
  });
}

/** The text between the first and the last literal text, with the separators and slots that it must have. */
interface Division {
  readonly body: string;
  readonly separators: readonly string[];
  readonly slots: readonly Slot[];
}

function divide(parts: readonly Part[], message: string): Division | undefined {
  const slots: Slot[] = [];
  for (const part of parts) if (typeof part !== "string") slots.push(part);
  const words = wordsOf(parts);
  const [head = ""] = words;
  if (slots.length === 0) {
    return message === head ? { body: "", separators: [], slots } : undefined;
  }
  const tail = words[slots.length] ?? "";
  const end = message.length - tail.length;
  if (end < head.length) return undefined;
  if (!message.startsWith(head) || !message.endsWith(tail)) return undefined;
  const body = message.slice(head.length, end);
  return { body, separators: words.slice(1, -1), slots };
}

function firstPlaces(body: string, separators: readonly string[]): number[] | undefined {
  const places: number[] = [];
  let from = 0;
  for (const separator of separators) {
    const place = body.indexOf(separator, from);
    if (place < 0) return undefined;
    places.push(place);
    from = place + separator.length;
  }
  return places;
}

/**
 * The places of the separators, if the slots allow one division only. From the last slot to the first and at each
 * position, it counts the ways (0, 1, or 2 for several) to divide the rest of the text, and follows the only way.
 */
function countPlaces(body: string, separators: readonly string[], slots: readonly Slot[]): number[] | undefined {
  const layers = countAll(body, separators, slots);
  if (layers[0]?.ways[0] !== 1) return undefined;
  let from = 0;
  return separators.map((separator, index) => {
    const layer = layers[index];
    if (layer === undefined) return 0;
    const { ends, closings, shortest } = layer;
    const place = closings?.[from] ?? ends.indexOf(1, from + shortest);
    from = place + separator.length;
    return place;
  });
}

function printsAnything([, directive]: Slot): boolean {
  return directive.endsWith("s");
}

/** One layer per slot. */
function countAll(body: string, separators: readonly string[], slots: readonly Slot[]): Layer[] {
  const layers: Layer[] = [];
  let ways: Uint8Array = new Uint8Array(body.length + 1);
  ways[body.length] = 1;
  for (let index = slots.length - 1; index >= 0; index -= 1) {
    const directive = slots[index]?.[1] ?? "%s";
    const layer = countWays(body, directive, separators[index] ?? "", ways);
    layers.unshift(layer);
    ways = layer.ways;
  }
  return layers;
}

/** For one slot, the number of ways from each possible end and from each possible start. */
export interface Layer {
  readonly ends: Uint8Array;
  readonly ways: Uint8Array;
  readonly shortest: number;
  readonly closings: Int32Array | undefined;
}

function countWays(body: string, directive: string, separator: string, after: Uint8Array): Layer {
  const { conversion, width, precision } = parseDirective(directive);
  const isSingle = conversion === "c" && width < 2;
  const isNothing = printsInteger(conversion) && precision === 0;
  const shortest = conversion === "s" || isNothing ? 0 : 1;
  const allowed = printedCharacters(directive);
  const closings = conversion === "q" && width === 0 ? closingsOf(body) : undefined;
  const ends = new Uint8Array(body.length + 1);
  const ways = new Uint8Array(body.length + 1);
  let open = 0;
  for (let at = body.length; at >= 0; at -= 1) {
    if (body.startsWith(separator, at)) {
      ends[at] = after[at + separator.length] ?? 0;
    }
    // `open` is the number of ways from the ends that the slot can reach from here.
    if (open > 0 && allowed?.includes(body.charAt(at)) === false) open = 0;
    const longer = open;
    open = Math.min(2, longer + (ends[at] ?? 0));
    ways[at] = shortest === 0 ? open : longer;
    if (isSingle) {
      const isPair = (body.codePointAt(at) || 0) > 0xffff;
      ways[at] = ends[isPair ? at + 2 : at + 1] ?? 0;
    }
    const closing = closings?.[at] ?? -1;
    if (closings !== undefined) ways[at] = ends[closing] ?? 0;
  }
  return { ends, ways, shortest, closings };
}

/** For each quotation mark, the end of the quoted text that begins there; -1 where none does. */
function closingsOf(body: string): Int32Array {
  const ends = new Int32Array(body.length + 2).fill(-1);
  const closings = new Int32Array(body.length + 1).fill(-1);
  for (let at = body.length - 1; at >= 0; at -= 1) {
    const sign = body.charAt(at);
    if (sign === '"') closings[at] = ends[at + 1] ?? -1;
    // The end of a quoted text that has begun before this place.
    ends[at] = sign === '"' ? at + 1 : (ends[sign === "\\" ? at + 2 : at + 1] ?? -1);
  }
  return closings;
}

/** Whether a slot that stands twice would have two texts in the only division of the message. */
function hasOtherRepeat(parts: readonly Part[], message: string): boolean {
  if (new Set(parts.map(String)).size === parts.length) return false;
  const texts = split(parts, message) || [];
  const known = new Map<string, string>();
  let slot = 0;
  for (const part of parts) {
    if (typeof part === "string") continue;
    const text = texts[slot];
    slot += 1;
    if (text === undefined) return false;
    const other = known.get(part.join());
    if (other !== undefined && other !== text) return true;
    known.set(part.join(), text);
  }
  return false;
}

/** The texts of one slot that stands several times: they are the same, so that each takes its share of the message. */
function sameTexts(parts: readonly Part[], message: string): string[] | undefined {
  const words = wordsOf(parts);
  const count = words.length - 1;
  const slots = new Set<string>();
  for (const part of parts) if (typeof part !== "string") slots.add(part.join());
  const length = (message.length - words.join("").length) / count;
  if (words.slice(1, -1).includes("")) return undefined;
  if (slots.size !== 1 || length < 0 || !Number.isInteger(length)) return undefined;
  const start = words[0]?.length ?? 0;
  const text = message.slice(start, start + length);
  if (words.join(text) !== message) return undefined;
  return Array.from({ length: count }, () => text);
}
