// Asks a person on a terminal for the few things that init cannot know, with an answer to each that Enter takes.
import { openQuestions, type Question, type Streams } from "../session/questions.ts";
import { DEFAULT_PRODUCTS, type ProductKind, tableName } from "./init-files.ts";

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
