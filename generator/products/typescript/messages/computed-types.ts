// The types of params and messages of large tables are computed from the texts of the templates, with these types.
import { type Declaration, declareTypeText } from "../printer/module.ts";
import { stringLiteral } from "../printer/typescript-literal.ts";

/** `key` is the member of params that names the case. */
export function computedTypes(key: string): readonly Declaration[] {
  const name = /^\w+$/.test(key) ? key : stringLiteral(key);
  return [
    `type ParamsOf<Row> = Row extends string | readonly unknown[]
  ? OrNone<ParamsOfRow<Row>>
  : {
      [Case in keyof Row]: { readonly ${name}: Case } & ParamsOfRow<Row[Case]>;
    }[keyof Row];`,
    `type OrNone<Params> = keyof Params extends never
  ? Readonly<Record<string, never>>
  : Params;`,
    `type ParamsOfRow<Row> = Row extends readonly [infer Text, infer Allowed]
  ? {
      readonly [Slot in SlotsIn<Text> as NameIn<Slot>]: AllowedOr<
        Allowed,
        NameIn<Slot>,
        ValueOf<Slot>
      >;
    }
  : { readonly [Slot in SlotsIn<Row> as NameIn<Slot>]: ValueOf<Slot> };`,
    `type AllowedOr<Allowed, Name, Value> = Name extends keyof Allowed
  ? Allowed[Name] extends readonly (infer Item)[]
    ? Item
    : Value
  : Value;`,
    `/** Braces inside of braces belong to the message. */
type SlotsIn<
  Text,
  Found extends string = never,
> = Text extends \`\${string}{\${infer Slot}}\${infer Rest}\`
  ? SlotsIn<Rest, Slot extends \`{\${string}\` ? Found : Found | Slot>
  : Found;`,
    `type NameIn<Slot extends string> = Slot extends \`\${infer Name} \${string}\`
  ? Name
  : Slot;`,
    `type ValueOf<Slot> = Slot extends \`\${string} int64\`
  ? bigint
  : Slot extends \`\${string} \${"integer" | "number"}\`
    ? number
    : string;`,
    `type MessageOf<Row> = Row extends string
  ? MessageIn<Row>
  : Row extends readonly [infer Text, unknown]
    ? MessageIn<Text>
    : MessageOf<Row[keyof Row]>;`,
    `type MessageIn<
  Text,
  Done extends string = "",
> = Text extends \`\${infer Words}{\${infer Slot}}\${infer Rest}\`
  ? MessageIn<Rest, \`\${Done}\${Words}\${PrintedBy<Slot>}\`>
  : \`\${Done}\${Text & string}\`;`,
    `type PrintedBy<Slot> = Slot extends \`{\${string}\`
  ? Slot
  : Slot extends \`\${string} \${"%d" | "%i" | "%u"} \${string}\`
    ? bigint
    : Slot extends \`\${string} %\${Fraction}\${"f" | "e" | "g" | "n"} \${string}\`
      ? number
      : string;`,
    'type Fraction = "" | `.${bigint}`;',
  ].map(declareTypeText);
}
