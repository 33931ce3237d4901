// The constants that adapters consist of: each is made by the code of its framework.
import type { TypescriptOptions } from "../../options.gen.ts";

export type AdapterName = NonNullable<TypescriptOptions["adapters"]>[number];

export interface AdapterConstant {
  /** The end of its name. */
  readonly end: string;
  readonly doc: string;
  readonly type: string;
  readonly make: string;
  readonly value: "replyFor" | "failureSource";
}
