// What runs in each process of a race: a function is called with values freshly parsed from JSON, as a client gets them.

/**
 * Strings that were parsed just now have no hash yet and are not shared, which is what looking them up costs. A large function
 * runs for some nanoseconds before the first round, because engines optimize it late.
 */
export function serveRounds(
  load: () => Promise<(value: unknown) => unknown>,
  lines: readonly string[],
  warm = 0,
): void {
  load().then(
    (run) => {
      measure(run, lines, warm);
      process.on("message", () => process.send?.(measure(run, lines)));
      process.send?.({ times: [], accepted: 0 });
    },
    (error: unknown) => {
      const failure = error instanceof Error ? error.message.slice(0, 100) : String(error);
      process.send?.({ times: [], accepted: 0, failure });
    },
  );
}

/** Parsing is not timed. */
function measure(run: (value: unknown) => unknown, lines: readonly string[], enough = ENOUGH): object {
  let spent = 0;
  let calls = 0;
  let accepted = 0;
  while (spent < enough) {
    const values = lines.map((line): unknown => JSON.parse(line));
    accepted = 0;
    const started = process.hrtime.bigint();
    for (const value of values) {
      const result = run(value);
      if (result !== false && result !== undefined) accepted += 1;
    }
    spent += Number(process.hrtime.bigint() - started);
    calls += lines.length;
  }
  return { times: [spent / calls], accepted };
}

/** Nanoseconds. */
const ENOUGH = 2e6;
