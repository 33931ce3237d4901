// The option `parts` becomes the set of parts to make, with the parts that these need.
import type { TypescriptOptions } from "../options.gen.ts";

export type PartName = NonNullable<TypescriptOptions["parts"]>[number];

const USUAL: readonly PartName[] = ["guards", "messages", "decode", "table"];

const NEEDS: Readonly<Record<PartName, readonly PartName[]>> = {
  guards: [],
  messages: [],
  decode: ["messages"],
  table: [],
  http: ["guards"],
};

/** The parts that are asked for, with all that they need. */
export function wantedParts(options: TypescriptOptions): ReadonlySet<PartName> {
  const wanted = new Set<PartName>(options.parts ?? USUAL);
  // The loop also visits the parts that are added while it runs.
  for (const part of wanted) for (const needed of NEEDS[part]) wanted.add(needed);
  return wanted;
}
