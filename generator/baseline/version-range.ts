// A range of versions as npm writes it: whether a version is in it.
import { compareVersions, isVersion, versionParts } from "../model/version.ts";

/** Undefined for a text that is no range, such as the name of a tag. */
export function isInRange(version: string, range: string): boolean | undefined {
  const choices = range.split("||").map((choice) => boundsOf(choice.trim()));
  if (choices.some((bounds) => bounds === undefined)) return undefined;
  return isVersion(version) && choices.some((bounds) => bounds !== undefined && holds(bounds, version));
}

interface Bound {
  readonly sign: ">=" | ">" | "<" | "<=" | "=";
  readonly version: string;
}

/** A pre-release is in a range only where a bound of the same release names a pre-release, too. */
function holds(bounds: readonly Bound[], version: string): boolean {
  const { numbers, pre } = versionParts(version);
  const isMeant = (bound: Bound): boolean => {
    const other = versionParts(bound.version);
    return other.pre.length > 0 && other.numbers.join() === numbers.join();
  };
  if (pre.length > 0 && !bounds.some(isMeant)) return false;
  return bounds.every(({ sign, version: other }) => {
    const order = compareVersions(version, other);
    switch (sign) {
      case ">=":
        return order >= 0;
      case ">":
        return order > 0;
      case "<":
        return order < 0;
      case "<=":
        return order <= 0;
      case "=":
        return order === 0;
      default:
        return sign satisfies never;
    }
  });
}

const PARTIAL =
  /^[v=\s]*(?:(\d+|[xX*])(?:\.(\d+|[xX*])(?:\.(\d+|[xX*])(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?)?)?)?$/;

interface Partial {
  /** The numbers before the first one that is left open. */
  readonly numbers: readonly bigint[];
  readonly pre: string;
}

function partialOf(text: string): Partial | undefined {
  const match = PARTIAL.exec(text);
  if (match === null) return undefined;
  const [, ...parts] = match;
  const open = parts.slice(0, 3).findIndex((part) => part === undefined || /^[xX*]$/.test(part));
  const numbers = parts.slice(0, open < 0 ? 3 : open).map((part) => BigInt(part ?? 0));
  return { numbers, pre: open < 0 ? (parts[3] ?? "") : "" };
}

/** Bounds that all have to hold. */
function boundsOf(choice: string): readonly Bound[] | undefined {
  const [from, to, ...more] = choice.split(/\s+-\s+/);
  if (to !== undefined && more.length === 0) {
    const [low, high] = [partialOf(from ?? ""), partialOf(to)];
    return low && high && [...lowest(low), ...atMost(high)];
  }
  const bounds: Bound[] = [];
  for (const word of choice.replace(/([<>=~^]+)\s+/g, "$1").split(/\s+/)) {
    const [, sign = "", rest = ""] = /^(>=|<=|>|<|=|\^|~>?)?(.*)$/.exec(word) ?? [];
    // A sign needs a version.
    const partial = word !== "" && /^[v=]*$/.test(rest) ? undefined : partialOf(rest);
    const own = partial && boundsOfWord(sign, partial);
    if (own === undefined) return undefined;
    bounds.push(...own);
  }
  return bounds;
}

function boundsOfWord(sign: string, partial: Partial): readonly Bound[] {
  const { numbers } = partial;
  const isOpen = numbers.length < 3;
  switch (sign) {
    case "^": {
      const first = numbers.findIndex((number) => number > 0n);
      return [...lowest(partial), ...below(numbers, first < 0 ? numbers.length - 1 : first)];
    }
    case "~":
    case "~>":
      return [...lowest(partial), ...below(numbers, Math.min(1, numbers.length - 1))];
    case ">=":
      return lowest(partial);
    case "<=":
      return atMost(partial);
    case ">":
      if (numbers.length === 0) return NONE;
      return isOpen
        ? [{ sign: ">=", version: textOf(raised(numbers, numbers.length - 1)) }]
        : [{ sign: ">", version: textOf(numbers, partial.pre) }];
    case "<":
      if (numbers.length === 0) return NONE;
      return [{ sign: "<", version: textOf(numbers, isOpen ? "0" : partial.pre) }];
    default:
      return isOpen
        ? [...lowest(partial), ...below(numbers, numbers.length - 1)]
        : [{ sign: "=", version: textOf(numbers, partial.pre) }];
  }
}

/** Nothing is below the least version. */
const NONE: readonly Bound[] = [{ sign: "<", version: "0.0.0-0" }];

function lowest({ numbers, pre }: Partial): readonly Bound[] {
  return numbers.length === 0 ? [] : [{ sign: ">=", version: textOf(numbers, pre) }];
}

function atMost({ numbers, pre }: Partial): readonly Bound[] {
  return numbers.length < 3 ? below(numbers, numbers.length - 1) : [{ sign: "<=", version: textOf(numbers, pre) }];
}

/** Below the next version in which the number at `index` is greater. */
function below(numbers: readonly bigint[], index: number): readonly Bound[] {
  return numbers.length === 0 ? [] : [{ sign: "<", version: textOf(raised(numbers, index), "0") }];
}

function raised(numbers: readonly bigint[], index: number): readonly bigint[] {
  return numbers.slice(0, index + 1).map((number, at) => (at === index ? number + 1n : number));
}

function textOf([major = 0n, minor = 0n, patch = 0n]: readonly bigint[], pre = ""): string {
  return `${major}.${minor}.${patch}${pre === "" ? "" : `-${pre}`}`;
}
