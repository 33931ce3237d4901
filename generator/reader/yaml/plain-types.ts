// Plain scalars become strings, numbers and booleans, by the core schema of YAML 1.2.

/** The value of a plain scalar; undefined where the library has to read it. */
export function plainValue(text: string): string | number | boolean | undefined {
  if (!hasOwnType(text)) return text;
  if (SIMPLE_NUMBER.test(text)) return Number(text);
  return text === "true" ? true : text === "false" ? false : undefined;
}

/** Whether a plain scalar may be null, a boolean or a number. */
export function hasOwnType(text: string): boolean {
  return OWN_TYPE.test(text);
}

const OWN_TYPE = /^(?:~|null|true|false|[-+]?(?:\.inf|\.nan|(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)|0o[0-7]+|0x[\da-f]+)$/i;

/** Of at most 15 digits before the point, so that none is lost. */
const SIMPLE_NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/;
