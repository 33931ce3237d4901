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

/** After the brace that closes the one at `start`; braces within strings do not count. */
function endOf(text: string, start: number): number | undefined {
  let depth = 0;
  const sign = /["{}]/g;
  sign.lastIndex = start;
  for (let found = sign.exec(text); found !== null; found = sign.exec(text)) {
    if (found[0] === "{") depth += 1;
    else if (found[0] === "}") {
      depth -= 1;
      if (depth === 0) return found.index + 1;
    } else {
      const end = endOfString(text, found.index + 1);
      if (end === undefined) return undefined;
      sign.lastIndex = end;
    }
  }
  return undefined;
}

function endOfString(text: string, start: number): number | undefined {
  for (let at = text.indexOf('"', start); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text[at - 1 - slashes] === "\\") slashes += 1;
    if (slashes % 2 === 0) return at + 1;
  }
  return undefined;
}
