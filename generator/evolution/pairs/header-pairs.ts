// The response headers of a case in two versions become pairs; names are compared without regard to case, as HTTP does.
import type { HeaderModel } from "../../model/model.ts";
import type { CasePair } from "./comparison.ts";

export interface HeaderPair {
  readonly old?: HeaderModel;
  readonly new?: HeaderModel;
}

export function headerPairs({ old, new: after }: CasePair): readonly HeaderPair[] {
  if (old.headers.length === 0 && after.headers.length === 0) return [];
  const same = (one: HeaderModel, headers: readonly HeaderModel[]) =>
    headers.find(({ name }) => name.toLowerCase() === one.name.toLowerCase());
  return [
    ...old.headers.map((header) => {
      const now = same(header, after.headers);
      return { old: header, ...(now && { new: now }) };
    }),
    ...after.headers.filter((header) => same(header, old.headers) === undefined).map((header) => ({ new: header })),
  ];
}

/** Clients of throttled errors are told to wait as long as this header says. */
export function isPromised({ name }: HeaderModel, { old, new: after }: CasePair): boolean {
  return name.toLowerCase() === "retry-after" && (old.retry === "throttled" || after.retry === "throttled");
}
