// A text becomes the JSON values that stand in it: the whole of it, or what is between braces within a line.

/** How many beginnings are tried: a text of nothing but braces is looked through a few times, and no more. */
const ATTEMPTS = 16;

export function jsonValuesIn(text: string): readonly unknown[] {
  const whole = parse(text);
  if (whole !== undefined) return [unpacked(whole)];
  const found: unknown[] = [];
  let from = 0;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const start = text.indexOf("{", from);
    if (start < 0) break;
    const end = endOf(text, start);
    const value = end === undefined ? undefined : parse(text.slice(start, end));
    if (value === undefined) from = start + 1;
    else {
      found.push(value);
      from = end ?? text.length;
    }
  }
  return found.length > 0 ? found : escapedIn(text);
}

/** Loggers put JSON into strings of JSON. */
function escapedIn(text: string): readonly unknown[] {
  if (!text.includes('{\\"')) return [];
  const plain = text.replace(/\\(["\\])/g, "$1");
  const start = plain.indexOf("{");
  const value = parse(plain.slice(start, endOf(plain, start)));
  return value === undefined ? [] : [value];
}

/** A string that is JSON itself is what it holds. */
export function unpacked(value: unknown): unknown {
  return typeof value === "string" && /^\s*[[{]/.test(value) ? (parse(value) ?? value) : value;
}

function parse(text: string): unknown {
  if (!/^\s*[[{"]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** A string as a whole, or a sign that stands outside of strings. */
const STRING_OR_BRACE = /"[^"\\]*(?:\\.[^"\\]*)*"|["{}]/gs;

/** After the brace that closes the one at `start`; braces within strings do not count. */
function endOf(text: string, start: number): number | undefined {
  let depth = 0;
  STRING_OR_BRACE.lastIndex = start;
  for (let found = STRING_OR_BRACE.exec(text); found !== null; found = STRING_OR_BRACE.exec(text)) {
    const [sign] = found;
    // Of a string that does not end.
    if (sign === '"') break;
    if (sign === "{") depth += 1;
    if (sign === "}") depth -= 1;
    if (depth === 0) return STRING_OR_BRACE.lastIndex;
  }
  return undefined;
}
