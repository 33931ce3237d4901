// The kinds of findings about a configuration.
import type { FixedKinds } from "../diagnostic/kinds.ts";

export const CONFIG_KINDS = {
  config: {
    summary: "A configuration names rules that exist and gives every target a folder of its own.",
    explanation:
      "`errtable explain` lists the rules and the severities that can be set; rules that keep outputs correct cannot be lowered. Two targets in one folder would delete each other's files.",
  },
} as const satisfies FixedKinds;

declare module "../diagnostic/kinds.ts" {
  interface FindingIds {
    readonly config: keyof typeof CONFIG_KINDS;
  }
}
