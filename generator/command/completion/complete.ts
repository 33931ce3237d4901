// A command line that is not finished becomes the words that may stand at its end, for the scripts of shells. It reports nothing.
import type { Argument, Command, Option } from "commander";
import { showControls } from "../../diagnostic/unseen.ts";
import type { Session } from "../session/session.ts";
import { type Candidate, candidatesOf, type Subject } from "./complete-values.ts";
import { forBash, splitLine } from "./completion-line.ts";

export interface Completion {
  readonly candidates: readonly Candidate[];
  /** The shell offers names of files where nothing else fits. */
  readonly files: boolean;
}

type Open = (tables: readonly string[], configs: readonly string[]) => Session;

/** The answer to a script: a candidate a line, with its description behind a tab. Whatever goes wrong, there is none. */
export async function answerShell(
  program: Command,
  words: readonly string[],
  bashBreaks: string | undefined,
  open: Open,
): Promise<string> {
  const line = bashBreaks === undefined ? undefined : splitLine(words.join(" "));
  try {
    const { candidates, files } = await complete(program, line?.words.slice(1) ?? words, open);
    const lines =
      line === undefined
        ? candidates.map(({ value, description = "" }) => (description === "" ? value : `${value}\t${description}`))
        : forBash(candidates, line, bashBreaks ?? "");
    return [...lines, ...(files ? [":files"] : [])].map((text) => `${text}\n`).join("");
  } catch {
    return "";
  }
}

/** The last word is the one to complete, and may be empty; the name of the program is not among the words. */
export async function complete(program: Command, words: readonly string[], open: Open): Promise<Completion> {
  const last = words.at(-1) ?? "";
  const [name, ...rest] = words.slice(0, -1);
  const { candidates, files } = await completeWord(program, name, rest, last, open);
  const fitting = candidates.filter(({ value }) => value.startsWith(last) && showControls(value) === value);
  return { candidates: fitting.map(shortened), files };
}

async function completeWord(
  program: Command,
  name: string | undefined,
  rest: readonly string[],
  last: string,
  open: Open,
): Promise<Completion> {
  const commands = program.createHelp().visibleCommands(program);
  const listed = commands.map((one) => ({ value: one.name(), description: one.summary() || one.description() }));
  if (name === undefined) return { candidates: [...listed, ...optionsOf(program)], files: false };
  if (name === "help") return rest.length === 0 ? { candidates: listed, files: false } : NOTHING;
  const command = commands.find((one) => one.name() === name);
  if (command === undefined) return NOTHING;
  const given = readWords(command, rest);
  const session = () => open(given.values("table"), given.values("config"));
  if (given.open !== undefined && !last.startsWith("-")) return valuesOf(given.open, last, session);
  const [, flag = "", value = ""] = /^(--[\w-]+)=(.*)$/s.exec(last) ?? [];
  if (flag !== "") {
    const option = command.options.find(({ long }) => long === flag);
    const found = option === undefined ? NOTHING : await valuesOf(option, value, session);
    return { ...found, candidates: found.candidates.map((one) => ({ ...one, value: `${flag}=${one.value}` })) };
  }
  if (last.startsWith("-") && !given.isEnded) return { candidates: optionsOf(command), files: false };
  const argument = command.registeredArguments.at(Math.min(given.count, command.registeredArguments.length - 1));
  if (argument === undefined || (given.count >= command.registeredArguments.length && !argument.variadic))
    return NOTHING;
  return valuesOf(argument, last, session);
}

const NOTHING: Completion = { candidates: [], files: false };

/** A script reads a candidate as one line. */
function shortened({ value, description = "" }: Candidate): Candidate {
  const [line = ""] = description.split("\n");
  return { value, description: showControls(line.length > 80 ? `${line.slice(0, 79)}…` : line) };
}

function optionsOf(command: Command): readonly Candidate[] {
  const { options } = command;
  return [
    ...options.filter(({ hidden }) => !hidden).map(({ long, description }) => ({ value: long ?? "", description })),
    { value: "--help", description: "display help for command" },
  ];
}

/** Options as commander takes them: one that is variadic takes all words up to the next option. */
function readWords(command: Command, words: readonly string[]) {
  const values = new Map<string, string[]>();
  const add = ({ name }: { readonly name: string }, value: string): void =>
    void values.set(name, [...(values.get(name) ?? []), value]);
  let open: Option | undefined;
  let [count, isEnded] = [0, false];
  for (const word of words) {
    if (!isEnded && word === "--") [isEnded, open] = [true, undefined];
    else if (!isEnded && word.startsWith("-") && word.length > 1) {
      const [, flag = word, value] = /^(--[\w-]+)=(.*)$/s.exec(word) ?? [];
      const option = command.options.find(({ long, short }) => long === flag || short === flag);
      if (option !== undefined && value !== undefined) add({ name: option.attributeName() }, value);
      open = option !== undefined && value === undefined && !option.isBoolean() ? option : undefined;
    } else if (open !== undefined) {
      add({ name: open.attributeName() }, word);
      if (!open.variadic) open = undefined;
    } else count += 1;
  }
  return { open, count, isEnded, values: (name: string): readonly string[] => values.get(name) ?? [] };
}

async function valuesOf(one: Option | Argument, partial: string, session: () => Session): Promise<Completion> {
  const choices = one.argChoices;
  if (choices !== undefined) return { candidates: choices.map((value) => ({ value })), files: false };
  const subject: Subject | undefined = "attributeName" in one ? OPTIONS[one.attributeName()] : ARGUMENTS[one.name()];
  if (subject === undefined) return NOTHING;
  return {
    candidates: await candidatesOf(subject, partial, session),
    files: subject === "file" || subject === "report",
  };
}

const OPTIONS: Readonly<Record<string, Subject>> = {
  against: "reference",
  changed: "reference",
  config: "file",
  depfile: "file",
  from: "file",
  only: "target",
  out: "file",
  output: "report",
  replacedBy: "code",
  table: "table",
};

const ARGUMENTS: Readonly<Record<string, Subject>> = {
  code: "code",
  descriptions: "file",
  from: "code",
  name: "name",
  pages: "file",
  sources: "file",
  step: "step",
  tables: "table",
  text: "file",
};
