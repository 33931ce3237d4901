// The kinds of findings about a configuration.
import type { FixedKinds } from "../diagnostic/kinds.ts";

export const CONFIG_KINDS = {
  config: {
    summary:
      "A configuration names rules that exist, gives every target a folder of its own, and extends others without a circle.",
    explanation:
      "`errtable explain` lists the rules and the severities that can be set; rules that keep outputs correct cannot be lowered. Two targets in one folder would delete each other's files. Configurations that extend each other in a circle have no order in which one comes first.",
  },
  "nothing-found": {
    severity: "warning",
    summary: "Every pattern of a configuration names a file, and every page that it names has a marked block.",
    explanation:
      "A pattern that names nothing is most often a misspelt path: paths are relative to the configuration, links and node_modules are never followed, and hidden files need a pattern with their dot. A page without a block stays as it is: mark the place of the errors with errtable:begin and errtable:end, or take the page out of the list.",
  },
  "module-kind": {
    severity: "warning",
    summary: "The files of a TypeScript target are of a kind of modules that works in their folder.",
    explanation:
      "The nearest package.json says whether files are ES modules or CommonJS, and the nearest tsconfig.json what its compiler takes in them. With verbatimModuleSyntax, which the tsc --init of TypeScript 7 sets, a compiler takes no import and export in files that are CommonJS. The option module: esm makes files that end in .mts and are ES modules everywhere; language: js makes JavaScript of the kind of the package, with declarations of its types.",
  },
  "outgrown-choice": {
    severity: "warning",
    summary: "An option that is left to errtable has the value that errtable would choose today.",
    explanation:
      "Some options depend on the size of a table, such as perCode. The manifest of a target keeps the first choice, because another one would take exports away from the code that uses them. Once a table has outgrown the choice, write the option into the configuration, with the value that you want.",
  },
} as const satisfies FixedKinds;

declare module "../diagnostic/kinds.ts" {
  interface FindingIds {
    readonly config: keyof typeof CONFIG_KINDS;
  }
}
