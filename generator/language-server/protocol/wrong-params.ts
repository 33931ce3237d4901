// Params that an editor sends are compared with an example, because nothing else holds them to their types.
import type { LspRange } from "./lsp-types.ts";

/** The sentence that says which member is missing or of another kind than that of the example; undefined where all are there. */
export function wrongParams(params: unknown, example: object): string | undefined {
  const [path] = wrongPaths(params, example, "params");
  return path && `The editor sent no valid "${path}".`;
}

/** Each item of a list is compared with the one of the example. */
function* wrongPaths(value: unknown, example: unknown, path: string): Iterable<string> {
  if (typeof value !== typeof example || value === null || Array.isArray(value) !== Array.isArray(example)) yield path;
  else if (Array.isArray(value) && Array.isArray(example))
    for (const [index, item] of value.entries()) yield* wrongPaths(item, example[0], `${path}[${index}]`);
  else if (typeof example === "object")
    for (const [name, member] of Object.entries(example ?? {}))
      yield* wrongPaths((value as Readonly<Record<string, unknown>>)[name], member, `${path}.${name}`);
}

const DOCUMENT = { textDocument: { uri: "" } };
const POSITION = { line: 0, character: 0 };
const RANGE: LspRange = { start: POSITION, end: POSITION };

/** The params that the features need. */
export const NEEDED = {
  document: DOCUMENT,
  place: { ...DOCUMENT, position: POSITION },
  range: { ...DOCUMENT, range: RANGE },
  action: { ...DOCUMENT, range: RANGE, context: {} },
  rename: { ...DOCUMENT, position: POSITION, newName: "" },
  open: { textDocument: { uri: "", text: "" } },
  change: { ...DOCUMENT, contentChanges: [{ text: "" }] },
  watched: { changes: [{ uri: "" }] },
  folders: { event: { added: [{ uri: "" }], removed: [{ uri: "" }] } },
};
