// What people write by hand to find the template of a message: each answers with what it found, undefined for nothing.
import type { Part } from "../../generator/runtime/printf/parts.ts";
import { wordsOf } from "../../generator/runtime/printf/parts.ts";

type Decode = (message: string) => unknown;
type Templates = readonly (readonly Part[])[];

export function regexLoop(templates: Templates): Decode {
  const patterns = templates.map((parts) => new RegExp(`^${patternOf(parts)}$`, "s"));
  return (message) => {
    for (const pattern of patterns) {
      const match = pattern.exec(message);
      if (match !== null) return match;
    }
    return undefined;
  };
}

export function oneRegex(templates: Templates): Decode {
  const pattern = new RegExp(`^(?:${templates.map((parts) => `(${patternOf(parts)})`).join("|")})$`, "s");
  return (message) => pattern.exec(message) ?? undefined;
}

function patternOf(parts: readonly Part[]): string {
  const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  return parts.map((part) => (typeof part === "string" ? literal(part) : "(.*?)")).join("");
}

export function indexOfLoop(templates: Templates): Decode {
  const all = templates.map((parts) => wordsOf(parts));
  return (message) => all.find((words) => isMessage(words, message));
}

function isMessage(words: readonly string[], message: string): boolean {
  const [first = "", ...others] = words;
  if (others.length === 0) return message === first;
  const last = others.pop() ?? "";
  if (!message.startsWith(first) || !message.endsWith(last)) return false;
  let from = first.length;
  for (const word of others) {
    const place = message.indexOf(word, from);
    if (place < 0) return false;
    from = place + word.length;
  }
  return from + last.length <= message.length;
}
