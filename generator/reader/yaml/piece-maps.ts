// The pairs of pieces become one map, whose pairs have their places in the whole text.
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import type { SourceFile } from "../../diagnostic/source.ts";
import { type Member, recordOfMembers } from "../../text/json/listed-members.ts";
import { lazyMap, movePair, type Node, type Pair } from "./node.ts";
import { reportDuplicate } from "./refusals.ts";

/** The pair of a piece, with places that count from the start of the piece. */
export interface ReadPair extends Pair {
  readonly member: Member;
}

/** Of a map, each once, with their places among its pairs. */
export interface Names {
  readonly list: readonly string[];
  readonly indexes: ReadonlyMap<string, number>;
}

export interface MapMaker {
  /** The pair of a piece that begins at `start`. False where the key is there already. */
  add(pair: ReadPair, start: number): boolean;
  /** The value of the last pair, which is made later. */
  complete(value: () => Node | undefined): void;
  /** Undefined without a pair. */
  node(): Node | undefined;
  names(): Names;
}

/** As long as the names are those of the map before, they are not looked up one by one. */
export function createMap(source: SourceFile, found: Diagnostic[], before: Names | undefined): MapMaker {
  const pairs: ReadPair[] = [];
  const starts: number[] = [];
  const list: string[] = [];
  const members: Member[] = [];
  let indexes: Map<string, number> | undefined;
  let later: { readonly index: number; readonly value: () => Node | undefined } | undefined;
  const indexAll = (): Map<string, number> => {
    indexes ??= new Map(list.map((name, index) => [name, index]));
    return indexes;
  };
  const names = (): Names => {
    const isBefore = indexes === undefined && before?.list.length === list.length;
    return isBefore ? before : { list, indexes: indexAll() };
  };
  const pairAt = (index: number): Pair => movePair(pairs[index] as Pair, starts[index] ?? 0);
  const reportSecond = (name: string, pair: Pair, first: number): void => {
    reportDuplicate(name, pair.key, pairAt(first).key, {
      source,
      report: (code, [start, end], message, help, rest) =>
        found.push({ code, severity: "error", message, help, place: { source, span: { start, end } }, ...rest }),
    });
  };
  return {
    add(pair, start) {
      const [name] = pair.member;
      if (indexes !== undefined || before?.list[list.length] !== name) {
        const first = indexAll().get(name);
        if (first !== undefined) {
          reportSecond(name, movePair(pair, start), first);
          return false;
        }
        indexAll().set(name, list.length);
      }
      list.push(name);
      members.push(pair.member);
      pairs.push(pair);
      starts.push(start);
      return true;
    },
    complete(value) {
      later = { index: pairs.length - 1, value };
    },
    node() {
      const last = pairs.length - 1;
      if (last < 0) return undefined;
      const made = later && { index: later.index, value: later.value() };
      if (made !== undefined) members[made.index] = [list[made.index] ?? "", made.value?.data ?? null];
      const whole = (index: number): Pair =>
        index === made?.index ? { key: pairAt(index).key, value: made.value } : pairAt(index);
      const [{ key: first }, { key, value }] = [whole(0), whole(last)];
      const place = { start: first.start, end: (value ?? key).end, data: recordOfMembers(members) };
      const { indexes } = names();
      return lazyMap(place, { count: pairs.length, pairAt: whole, indexOf: (name) => indexes.get(name) });
    },
    names,
  };
}
