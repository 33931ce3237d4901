// Checks that code, message and common members stand at different places of the body.
import type { Body } from "../../reader/spec.gen.ts";
import type { LoadedTable } from "../../reader/table/resolve.ts";
import { type Path, pointerTokens } from "../../text/json/pointer.ts";
import { inTable, keyInTable } from "../engine/places.ts";
import { defineRule, type Finding } from "../engine/rule.ts";

export const bodyPointers = defineRule({
  id: "body-pointers",
  severity: "error",
  required: true,
  summary: "The body's pointers and members do not overlap.",
  explanation:
    "The code and the message are two strings of the body: they cannot stand at the same place, one inside of the other, or " +
    "in a list, and no common member may replace the object that holds them. The same is true of each alias.",
  example: {
    wrong: "body: { code: /error, message: /error/message }\nerrors:\n  Busy: { status: 503, solution: Wait. }\n",
    right: "body: { code: /error/code, message: /error/message }\nerrors:\n  Busy: { status: 503, solution: Wait. }\n",
  },
  *check({ tables }) {
    for (const loaded of tables) {
      const { body } = loaded.table;
      if (body === undefined) continue;
      yield* checkPair(loaded, body, ["body"]);
      for (const [index, alias] of (body.aliases ?? []).entries()) {
        yield* checkPair(loaded, alias, ["body", "aliases", index]);
        if (alias.code === body.code && alias.message === body.message) {
          yield {
            ...inTable(loaded, "body", "aliases", index),
            message: "The alias has the same pointers as the body itself.",
            help: "Remove it.",
          };
        }
      }
      yield* checkMembers(loaded, [body.code, body.message]);
    }
  },
});

function* checkPair(loaded: LoadedTable, pair: Pick<Body, "code" | "message">, path: Path): Iterable<Finding> {
  const { code, message } = pair;
  if (code === message) {
    yield {
      ...inTable(loaded, ...path, "message"),
      message: `The message stands where the code does, at "${code}".`,
      help: "Name the member that holds the text.",
    };
  } else if (code.startsWith(`${message}/`) || message.startsWith(`${code}/`)) {
    const [outer, inner] = code.length < message.length ? ["code", "message"] : ["message", "code"];
    yield {
      ...inTable(loaded, ...path, inner),
      message: `The ${inner} cannot stand inside of the ${outer}, which is a string.`,
      help: "Name two members, neither of which holds the other.",
    };
  }
  for (const field of ["code", "message"] as const) {
    const index = pointerTokens(pair[field]).find((token) => /^(0|[1-9]\d*)$/.test(token));
    if (index === undefined) continue;
    yield {
      ...inTable(loaded, ...path, field),
      message: `The pointer to the ${field} goes through the list item "${index}"; bodies are read through members only.`,
      help: "Name a member of an object.",
    };
  }
}

function* checkMembers(loaded: LoadedTable, pointers: readonly string[]): Iterable<Finding> {
  const taken = new Set(pointers.map((pointer) => pointerTokens(pointer)[0]));
  for (const name of Object.keys(loaded.table.body?.properties ?? {})) {
    if (!taken.has(name)) continue;
    yield {
      ...keyInTable(loaded, "body", "properties", name),
      message: `The common member "${name}" is where the code or the message stands.`,
      help: "Remove it: code and message are described by their pointers.",
    };
  }
}
