// Questions to a person on a terminal.
import { createInterface } from "node:readline";

export interface Streams {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

export interface Question<T> {
  readonly text: string;
  /** As it is shown; Enter takes it. */
  readonly standard: string;
  /** The value of an answer, or the reason why it is none. */
  readonly read: (answer: string) => { readonly value: T } | { readonly refusal: string };
}

/** A question that only a clear yes answers with yes. */
export async function askYes(text: string, streams: Streams): Promise<boolean> {
  const { ask, close } = openQuestions(streams);
  const read = (answer: string) => ({ value: /^y(?:es)?$/i.test(answer) });
  const answer = await ask({ text, standard: "no", read });
  close();
  return answer?.value === true;
}

/** Lines of the terminal are asked for one by one; `close` gives the terminal back. */
export function openQuestions({ input, output }: Streams) {
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
