// The kinds of findings about a configuration.
import type { FixedKinds } from "../diagnostic/kinds.ts";

export const CONFIG_KINDS = {
  config: {
    summary: "A configuration names rules that exist and gives every target a folder of its own.",
    explanation:
      "Severities can be set for the rules that `errtable explain` lists, but those without which outputs would be wrong. Two targets in one folder would delete each other's files.",
  },
} as const satisfies FixedKinds;

declare module "../diagnostic/kinds.ts" {
  interface FindingIds {
    readonly config: keyof typeof CONFIG_KINDS;
  }
}
