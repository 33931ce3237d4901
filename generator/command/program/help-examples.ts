// The examples that the help of each command opens with.

/** By command: each line is one that people type, with the reason behind it. */
export const HELP_EXAMPLES: Readonly<Record<string, readonly (readonly [line: string, effect: string])[]>> = {
  lint: [
    ["errtable lint", "check the tables of the configuration"],
    ["errtable lint --fix", "correct the findings that have one remedy"],
    ["errtable lint my.errors.yaml --output errtable.sarif", "check one table, and write a report for programs"],
  ],
  generate: [
    ["errtable generate", "make everything that the configuration asks for"],
    ["errtable generate --only typescript --dry-run", "show the changes of some targets"],
    ["errtable generate my.errors.yaml --out errors/", "make everything of one table, without a configuration"],
  ],
  check: [
    ["errtable check", "fail if generate would change a file"],
    ["errtable check --changed main", "check only what a change since a branch can reach"],
    ["errtable check --output report.xml", "the same, with a report for a pipeline"],
  ],
  diff: [["errtable diff", "show the changes that generate would make, also to edited files"]],
  breaking: [["errtable breaking --against main", "compare the tables with those of a branch"]],
  explain: [
    ["errtable explain", "list the rules"],
    ["errtable explain AliasNotFound", "explain a code of your tables"],
    ["errtable explain opaque-message --format json", "explain a rule to a program"],
  ],
  embed: [
    ["errtable embed openapi.yaml", "put the errors into a description"],
    ["errtable embed openapi.yaml --check", "fail if they are out of date there"],
  ],
  decode: [
    ["errtable decode \"order 'A-7' does not exist\"", "recognise a message"],
    ["curl -si … | errtable decode -", "recognise the error in an answer"],
    ["errtable decode app.log --format json", "recognise the errors of a file, for a program"],
  ],
  inject: [
    ["errtable inject docs/", "fill the marked blocks of all pages in a folder"],
    ["errtable inject docs/errors.md --check", "fail if a block is out of date"],
  ],
  inputs: [["errtable inputs", "list the files that generate reads"]],
  outputs: [["errtable outputs --format json", "list the files that generate makes, by target"]],
  init: [
    ["errtable init", "start a table and a configuration in this folder"],
    ["errtable init --from openapi.yaml", "make a table of an API description"],
  ],
  rename: [["errtable rename OrderNotFound OrderMissing", "give a code a new name in every table"]],
  retire: [["errtable retire OrderNotFound --replaced-by OrderMissing", "take a code out of every table"]],
  migrate: [["errtable migrate src/ --dry-run", "show how programs would move to the codes that replace old ones"]],
  clean: [["errtable clean --dry-run", "list the files of targets that are gone"]],
  bump: [["errtable bump minor", "give a table its next minor version"]],
  "merge-driver": [["errtable merge-driver --install", "set it up in this clone"]],
  completion: [["source <(errtable completion bash)", "complete command lines in this shell; bash, zsh or fish"]],
  lsp: [["errtable lsp", "serve an editor, which starts it"]],
};

export function examplesOf(command: string): string {
  const lines = HELP_EXAMPLES[command] ?? [];
  const width = Math.max(0, ...lines.map(([line]) => line.length));
  return lines.length === 0
    ? ""
    : `${["Examples:", ...lines.map(([line, effect]) => `  ${line.padEnd(width)}   ${effect}`)].join("\n")}\n`;
}
