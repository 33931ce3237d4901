// Reads a value from the text that a directive printed.

import { parseDirective, radixOf } from "./directive.ts";
import { bigInt, type Value } from "./param-values.ts";
import type { ValueType } from "./parts.ts";
import { firstPoints, unquote } from "./quoted-text.ts";

/** A value that may print as this text; undefined if several values may. */
export function scan(directive: string, type: ValueType, text: string): Value | undefined {
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
