// Asks a person on a terminal for the few things that init cannot know, with an answer to each that Enter takes.
import { createInterface } from "node:readline";
import { DEFAULT_PRODUCTS, type ProductKind, tableName } from "./init-files.ts";

export interface Streams {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

export interface Defaults {
  /** Undefined where the table is there already, and is not asked for. */
  readonly name: string | undefined;
  /** Whether the name was given, and is not asked for. */
  readonly isNamed: boolean;
  readonly usesPrettier: boolean;
}

export interface Answers {
  readonly name: string | undefined;
  /** The member of bodies that holds the error; empty where it is the body. */
  readonly member: string;
  readonly products: readonly ProductKind[];
  readonly keepsPrettierOut: boolean;
}

interface Question<T> {
  readonly text: string;
  /** As it is shown; Enter takes it. */
  readonly standard: string;
  /** The value of an answer, or the reason why it is none. */
  readonly read: (answer: string) => { readonly value: T } | { readonly refusal: string };
}

/** The answers without a person. */
export function standardAnswers({ name, usesPrettier }: Defaults): Answers {
  return { name, member: "", products: DEFAULT_PRODUCTS, keepsPrettierOut: usesPrettier };
}

/** Undefined where the person ends the dialogue: with Control-C, or at the end of the input. */
export async function askAnswers(defaults: Defaults, streams: Streams): Promise<Answers | undefined> {
  const { name, isNamed, usesPrettier } = defaults;
  const { ask, close } = openQuestions(streams);
  const named = name === undefined || isNamed ? { value: name } : await ask(nameQuestion(name));
  const member = named && (name === undefined ? { value: "" } : await ask(MEMBER));
  const products = member && (await ask(PRODUCTS_QUESTION));
  const prettier = products && (usesPrettier ? await ask(PRETTIER) : { value: false });
  close();
  if (named === undefined || member === undefined || products === undefined || prettier === undefined) return undefined;
  return { name: named.value, member: member.value, products: products.value, keepsPrettierOut: prettier.value };
}

/** A question that only a clear yes answers with yes. */
export async function askYes(text: string, streams: Streams): Promise<boolean> {
  const { ask, close } = openQuestions(streams);
  const read = (answer: string) => ({ value: /^y(?:es)?$/i.test(answer) });
  const answer = await ask({ text, standard: "no", read });
  close();
  return answer?.value === true;
}

function openQuestions({ input, output }: Streams) {
  const lines = createInterface({ input, output });
  const waiting: ((line: string | undefined) => void)[] = [];
  // Lines that are pasted together come before they are asked for.
  const early: string[] = [];
  let isOver = false;
  lines.on("line", (line) => {
    const next = waiting.shift();
    if (next === undefined) early.push(line);
    else next(line);
  });
  lines.on("SIGINT", () => lines.close());
  lines.on("close", () => {
    isOver = true;
    for (const next of waiting.splice(0)) next(undefined);
  });
  const nextLine = async (): Promise<string | undefined> =>
    early.shift() ?? (isOver ? undefined : await new Promise<string | undefined>((next) => waiting.push(next)));
  /** Undefined at the end of the dialogue. */
  const ask = async <T>({ text, standard, read }: Question<T>): Promise<{ readonly value: T } | undefined> => {
    for (;;) {
      lines.setPrompt(`${text} (${standard}): `);
      lines.prompt();
      const line = await nextLine();
      if (line === undefined) return undefined;
      const answer = read(line.trim() === "" ? standard : line.trim());
      if ("value" in answer) return answer;
      output.write(`${answer.refusal}\n`);
    }
  };
  return { ask, close: () => lines.close() };
}

function nameQuestion(standard: string): Question<string> {
  const refusal = "A name begins with a letter, then letters and digits, at most 64 in all.";
  return {
    text: "Name of the table",
    standard,
    read(answer) {
      const value = tableName(answer);
      return value === undefined ? { refusal } : { value };
    },
  };
}

const MEMBER: Question<string> = {
  text: 'Member of bodies that holds the error, such as error in {"error": {"code": "…"}}',
  standard: "none",
  read(answer) {
    if (answer === "none") return { value: "" };
    if (/^[A-Za-z_][\w-]{0,63}$/.test(answer)) return { value: answer };
    return {
      refusal: "A member is a letter, then letters, digits, - or _; none where code and message stand at the top.",
    };
  },
};

const PRODUCTS_QUESTION: Question<readonly ProductKind[]> = {
  text: "Products",
  standard: DEFAULT_PRODUCTS.join(", "),
  read(answer) {
    const words = answer.split(/[\s,]+/).filter((word) => word !== "");
    const value = DEFAULT_PRODUCTS.filter((kind) => words.includes(kind));
    const unknown = words.find((word) => DEFAULT_PRODUCTS.every((kind) => kind !== word));
    if (unknown === undefined && value.length > 0) return { value };
    return { refusal: `Name some of ${DEFAULT_PRODUCTS.join(", ")}.` };
  },
};

const PRETTIER: Question<boolean> = {
  text: "Keep Prettier out of the generated files",
  standard: "yes",
  read(answer) {
    if (/^y(?:es)?$/i.test(answer)) return { value: true };
    return /^no?$/i.test(answer) ? { value: false } : { refusal: "Answer yes or no." };
  },
};
