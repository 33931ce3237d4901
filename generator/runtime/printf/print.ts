// Prints a value as a directive of printf asks for.

import { type Directive, isUpper, NUMERIC, parseDirective, printsInteger, radixOf } from "./directive.ts";
import { bigInt, type Value } from "./param-values.ts";
import { firstPoints, quote } from "./quoted-text.ts";

type Printed = readonly [sign: string, body: string, takesZeros: boolean];

export function print(directive: string, value: Value): string {
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
