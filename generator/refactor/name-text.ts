// A name becomes a scalar of YAML, in the style of the name in whose place it stands.
import { isDeepStrictEqual } from "node:util";
import { readYaml } from "../reader/yaml/document.ts";
import { recordOf } from "../text/json/value.ts";

export interface OldName {
  /** As the file has it. */
  readonly written: string;
  /** Its value. */
  readonly old: string;
  /** It is an integer without quotes. */
  readonly isInteger: boolean;
}

/** Quotes stay where somebody put them without need; they come where the new name needs them, and go where only the old one did. */
export function nameText(name: string, { written, old, isInteger: isIntegerName }: OldName): string {
  if (isIntegerName && isInteger(name)) return name;
  const quote = written.charAt(0);
  const isQuoted = quote === '"' || quote === "'";
  if (isPlain(name) && !(isQuoted && isPlain(old))) return name;
  const isSimple = !/[\p{C}\p{Zl}\p{Zp}]/u.test(name);
  return quote === "'" && isSimple ? `'${name.replaceAll("'", "''")}'` : quotedText(name);
}

/** As keys of codes are written, and as the reader of tables takes them. */
export function isInteger(text: string): boolean {
  return /^(?:0|-?[1-9]\d{0,15})$/.test(text) && Number.isSafeInteger(Number(text));
}

/** Any text on one line, in double quotes. */
function quotedText(text: string): string {
  return JSON.stringify(text).replaceAll(/[\u007f-\u009f\u2028\u2029\ufeff]/g, (sign) => {
    return `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

/** Plain where the text means itself, else in quotes. */
export function plainOrQuoted(text: string): string {
  return isPlain(text) ? text : quotedText(text);
}

/** Whether a text without quotes is that text, as a key and as a value, in maps of both styles; also for readers of YAML 1.1. */
function isPlain(text: string): boolean {
  if (OTHER_TYPE.test(text) || /[\r\n]/.test(text)) return false;
  const document = readYaml({ path: "", text: `- { ${text}: [ ${text} ] }\n- ${text}: ${text}\n` }).value;
  const [flow, block, more] = (Array.isArray(document?.data) ? document.data : []) as readonly unknown[];
  const isSame = isDeepStrictEqual(
    [flow, block, more],
    [recordOf([[text, [text]]]), recordOf([[text, text]]), undefined],
  );
  return isSame && document?.hasIntegerKey([1, text]) === false;
}

/** Booleans, numbers, times and merge keys of YAML 1.1. */
const OTHER_TYPE = /^(?:|~|=|<<|null|true|false|yes|no|on|off|y|n|[-+]?\d[\d_:,]*(?:\.[\d_]*)?|[-+]?0[xob][\da-f_]+)$/i;
