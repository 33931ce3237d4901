// Checks that texts do more than repeat the code.
import { TEXT_FIELDS } from "../../model/model.ts";
import type { ResolvedCase } from "../../reader/table/resolve.ts";
import { inEntry, inMessage } from "../engine/places.ts";
import { defineRule, type Finding } from "../engine/rule.ts";

export const textRepeatsCode = defineRule({
  id: "text-repeats-code",
  scope: "error",
  severity: "warning",
  summary: "Texts say more than the code does.",
  explanation:
    'A description such as "Alias not found." for AliasNotFound tells a reader nothing new, and a message that begins with its code ' +
    "carries it twice in every response. Name the cause and the things that are involved.",
  example: {
    wrong: "errors:\n  AliasNotFound: { status: 404, description: Alias not found., solution: Create an alias. }\n",
    right:
      "errors:\n  AliasNotFound: { status: 404, description: The service has no alias of this name., solution: Create an alias. }\n",
  },
  *check({ entries, cases }) {
    for (const entry of new Set([...entries, ...cases])) {
      for (const field of TEXT_FIELDS) {
        const text = entry.spec[field];
        if (text === undefined || text.length > 2 * entry.code.length + 20) continue;
        const words = lettersOf(entry.code);
        if (words === "" || lettersOf(text) !== words) continue;
        yield {
          ...inEntry(entry, field),
          message: `The ${field} of "${entry.code}" says no more than the code.`,
          help:
            field === "solution"
              ? "Tell the reader the next step."
              : "Name the cause and the things that are involved.",
        };
      }
      yield* checkMessage(entry);
    }
  },
});

function* checkMessage(entry: ResolvedCase): Iterable<Finding> {
  const { code, spec } = entry;
  // A plain word such as Timeout may well begin a sentence.
  if (spec.message === undefined || !/^[A-Za-z0-9][\w.-]{3,}$/.test(code)) return;
  if (!/[a-z0-9][A-Z]|[A-Z0-9]{2}|[._-]/.test(code)) return;
  const offset = spec.message.indexOf(code);
  if (offset < 0 || !/^$|[\s[("'`]$/.test(spec.message.slice(0, offset).slice(-1))) return;
  if (!/^$|^[\s\])"'`:,.;]/.test(spec.message.slice(offset + code.length).slice(0, 1))) return;
  yield {
    ...inMessage(entry, { offset, length: code.length }),
    message: `The message of "${code}" repeats the code, which the body carries anyway.`,
    help: "Leave the code out of the message.",
  };
}

function lettersOf(text: string): string {
  const lower = text.toLowerCase();
  // The classes of Unicode take time to load, and most texts do without them.
  return /[^ -~]/.test(lower) ? lower.replace(/[^\p{L}\p{N}]+/gu, "") : lower.replace(/[^a-z0-9]+/g, "");
}
