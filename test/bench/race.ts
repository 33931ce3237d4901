// Functions race against each other: one process each, rounds in random order, medians. What the benchmarks have in common.
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { createRandom } from "../corpora/tables/random.ts";
import { markdownTable } from "./publish.ts";

/** A bundled module that answers each message with what `serveRounds` measures. */
export interface Runner {
  readonly name: string;
  readonly path: string;
}

export interface Result {
  readonly name: string;
  /** The median of the rounds, in nanoseconds per call; undefined where it does not run at all. */
  readonly nanoseconds: number | undefined;
  /** How many of the values it said yes to. */
  readonly accepted: number;
  readonly failure?: string;
}

export async function race(runners: readonly Runner[], rounds: number): Promise<readonly Result[]> {
  const random = createRandom(1);
  const processes = runners.map(({ path }) => start(path));
  const measured = await Promise.all(processes.map(answer));
  // The first rounds warm the code up.
  for (let round = -5; round < rounds; round++) {
    for (const index of shuffled(runners.length, random)) {
      const before = measured[index];
      const child = processes[index];
      if (before === undefined || child === undefined || before.failure !== undefined) continue;
      child.send("round");
      const { times, accepted } = await answer(child);
      measured[index] = { accepted, times: round < 0 ? [] : [...before.times, ...times] };
    }
  }
  for (const child of processes) child.kill();
  return runners.map(({ name }, index): Result => {
    const { times = [], accepted = 0, failure } = measured[index] ?? {};
    return { name, nanoseconds: median(times), accepted, ...(failure === undefined ? {} : { failure }) };
  });
}

interface Answer {
  readonly times: readonly number[];
  readonly accepted: number;
  readonly failure?: string;
}

/** The variable costs Node 20 time, and has nothing to do with what is measured. */
function start(path: string): ChildProcess {
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  return fork(path, [], { env, execArgv: [] });
}

async function answer(child: ChildProcess): Promise<Answer> {
  const [message] = (await once(child, "message")) as [Answer];
  return message;
}

function shuffled(count: number, random: ReturnType<typeof createRandom>): readonly number[] {
  const keys = Array.from({ length: count }, (_, index) => ({ index, key: random.below(2 ** 31) }));
  return keys.toSorted((a, b) => a.key - b.key).map(({ index }) => index);
}

export function median(values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}

/** The times, and how many times as long as the first one's they are. */
export function resultTable(title: string, results: readonly Result[]): string {
  const unit = results[0]?.nanoseconds ?? 1;
  const rows = results.map(({ name, nanoseconds, accepted, failure }) =>
    nanoseconds === undefined
      ? [name, `does not run: ${failure}`, "", ""]
      : [name, `${nanoseconds.toFixed(0)} ns`, (nanoseconds / unit).toFixed(2), String(accepted)],
  );
  return markdownTable([title, "median", `× ${results[0]?.name}`, "yes"], rows);
}
