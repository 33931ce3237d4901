// Measures how time grows with the input: each case at a size and at sixteen times that size, which takes sixteen times as long where
// it grows in proportion. Run it on a quiet machine: node --import tsx test/bench/growth.ts.
import { Ajv2020 } from "ajv/dist/2020.js";
import { createSuggester } from "../../generator/diagnostic/suggest.ts";
import { errorsSchema } from "../../generator/products/catalog/errors-schema.ts";
import { readYaml } from "../../generator/reader/yaml/document.ts";
import { findAmbiguities } from "../../generator/rules/messages/ambiguity.ts";
import { readMessage } from "../../generator/runtime/printf/printf.ts";
import { readTemplate } from "../../generator/template/read-template.ts";
import { flatErrors } from "../helpers/flat-error.ts";
import { hostileMessages, hostileParts, messageOfSize, slotTypes } from "../helpers/hostile-messages.ts";
import { modelOf } from "../helpers/model-fixtures.ts";
import { markdownTable } from "./publish.ts";
import { median } from "./race.ts";

const FACTOR = 16;
const ROUNDS = 5;

/** Prepares an input of a size; only the call of the returned function is measured. */
type Prepare = (size: number) => () => unknown;

const cases: readonly (readonly [name: string, size: number, prepare: Prepare])[] = [
  ...hostileMessages.map((hostile) => {
    const parts = hostileParts(hostile, 8);
    const prepare: Prepare = (size) => {
      const message = messageOfSize(hostile, size);
      return () => readMessage(parts, slotTypes(parts), message);
    };
    return [`characters of a message: ${hostile.name}`, 2 ** 15, prepare] as const;
  }),
  [
    "keys of a map",
    3_000,
    (size) => () => readYaml({ path: "", text: numbered(size, (at) => `k${at}: 1`).join("\n") }),
  ],
  [
    "names that are searched for among as many",
    100,
    (size) => () => {
      const suggest = createSuggester(numbered(size, (at) => `SomeLongErrorCode${at}`));
      for (const name of numbered(size, (at) => `SomeLongErrorKode${at}`)) suggest(name);
    },
  ],
  [
    "messages that are alike",
    3_000,
    (size) => {
      const texts = numbered(size, (at) => `x${at % 224} %s y${Math.floor(at / 224)}`);
      const templates = texts.map((text) => readTemplate(text).template);
      return () => findAmbiguities(templates);
    },
  ],
  [
    "bodies that ajv validates, and codes of its schema",
    125,
    (size) => {
      const errors = numbered(size, (at) => [
        `Code${at}`,
        { status: 400, message: "number %d", params: { number: {} } },
      ]);
      const model = modelOf({ errors: Object.fromEntries(errors) });
      const isError = new Ajv2020({ strict: false }).compile(errorsSchema(model));
      const bodies = flatErrors(model).flatMap(({ examples }) => examples.map(({ body }) => body));
      return () => bodies.filter((body) => isError(body));
    },
  ],
];

const rows = cases.map(([name, size, prepare]) => {
  const [small, large] = [time(prepare(size)), time(prepare(size * FACTOR))];
  return [
    name,
    size.toLocaleString("en"),
    `${small.toFixed(2)} ms`,
    `${large.toFixed(2)} ms`,
    (large / small).toFixed(1),
  ];
});
console.log(markdownTable(["input", "size", "time", `time of ${FACTOR} × the size`, "ratio"], rows));

function time(run: () => unknown): number {
  const times = numbered(ROUNDS, () => {
    const started = performance.now();
    run();
    return performance.now() - started;
  });
  return median(times) ?? 0;
}

function numbered<T>(count: number, make: (index: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
