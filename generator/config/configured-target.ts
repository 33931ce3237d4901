// A product of a table and a folder become a target, whose files know the kind of modules of their folder.
import { basename, resolve } from "node:path";
import type { TargetSlot } from "../output/state/target.ts";
import type { Product, TargetRequest } from "../products/index.ts";
import type { Host } from "../reader/host.ts";
import type { PlaceOf } from "./config-chain.ts";
import { settleModules } from "./module-kind.ts";

/** A folder, and the product of a table that goes into it. */
export interface ConfiguredTarget extends TargetSlot, TargetRequest {
  /** The place of a part of it in the configuration; absent for a target of the command line. */
  readonly placeOf?: PlaceOf;
}

/** `table` and `out` are as people spelled them, relative to `folder`. */
export function configureTarget(
  product: Product,
  { table, out, folder: start, allowOutside }: Pick<TargetSlot, "table" | "out" | "folder" | "allowOutside">,
  host: Host,
): ConfiguredTarget {
  const { kind } = product;
  const folder = resolve(start, out);
  const label = `${kind} of ${basename(table)}`;
  return {
    product: kind === "typescript" ? { kind, options: settleModules(product.options, folder, host) } : product,
    kind,
    table,
    tablePath: resolve(start, table),
    out,
    folder,
    shown: host.show(folder),
    label,
    allowOutside,
  };
}
