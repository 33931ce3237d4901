// The tables of a file keep their identity from one text to the next, so that the rows that have not changed can be kept with them.
import type { LoadedTable, LoadedTranslation } from "../../reader/table/resolve.ts";
import type { SpecDocument } from "../../reader/yaml/document.ts";

/** By the path of the file, as it is shown. */
export interface LiveMemory {
  readonly tables: Map<string, Live<LoadedTable>>;
  readonly documents: Map<string, Live<SpecDocument>>;
}

/** One object that always shows the last state. */
interface Live<Value extends object> {
  readonly value: Value;
  show(now: Value): void;
}

export function newLiveMemory(): LiveMemory {
  return { tables: new Map(), documents: new Map() };
}

/** The table as it is now, with all that it imports; states of before are gone. */
export function liveTable(loaded: LoadedTable, memory: LiveMemory): LoadedTable {
  const seen = new Map<LoadedTable, LoadedTable>();
  const toLive = (one: LoadedTable): LoadedTable => {
    const known = seen.get(one);
    if (known !== undefined) return known;
    const { document, table, broken } = one;
    const imports = one.imports.map(toLive);
    const translations = one.translations.map(
      (each): LoadedTranslation => ({ ...each, document: liveDocument(each.document, memory) }),
    );
    const now = { document: liveDocument(document, memory), table, broken, imports, translations };
    const value = liveIn(memory.tables, document.source.path, now);
    seen.set(one, value);
    return value;
  };
  return toLive(loaded);
}

function liveDocument(document: SpecDocument, memory: LiveMemory): SpecDocument {
  return liveIn(memory.documents, document.source.path, document);
}

function liveIn<Value extends object>(known: Map<string, Live<Value>>, path: string, now: Value): Value {
  let live = known.get(path);
  if (live === undefined) {
    live = createLive(now);
    known.set(path, live);
  }
  live.show(now);
  return live.value;
}

function createLive<Value extends object>(first: Value): Live<Value> {
  let now = first;
  const value = new Proxy(first, { get: (_, name) => now[name as keyof Value] });
  return {
    value,
    show(next) {
      now = next;
    },
  };
}
