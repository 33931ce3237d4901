// The types of params and messages of large tables are computed from the texts of the templates, with these types.
import { type Declaration, declareTypeText } from "../printer/module.ts";
import { stringLiteral } from "../printer/typescript-literal.ts";
import { WHOLE_MESSAGE } from "./template-text.ts";

/** Where no message has params, a template is the message itself or stands for any text. */
export const PLAIN_TYPES: readonly Declaration[] = [
  `export type ParamsOf<Text> = Text extends "{${WHOLE_MESSAGE}}"
  ? { readonly ${WHOLE_MESSAGE}: string }
  : Readonly<Record<string, never>>;`,
  `export type MessageOf<Text> = Text extends "{${WHOLE_MESSAGE}}" ? string : Text;`,
].map(declareTypeText);

/** `key` is the member of params that names the case. */
export function computedTypes(key: string): readonly Declaration[] {
  const name = /^\w+$/.test(key) ? key : stringLiteral(key);
  return [
    `export type ParamsOf<Raw> = Raw extends string | readonly unknown[]
  ? OrNone<ParamsOfRow<Raw>>
  : {
      [Case in keyof Raw]: { readonly ${name}: Case } & ParamsOfRow<Raw[Case]>;
    }[keyof Raw];`,
    `type OrNone<Params> = keyof Params extends never
  ? Readonly<Record<string, never>>
  : Params;`,
    `type ParamsOfRow<Raw> = Raw extends readonly [infer Text, infer Allowed]
  ? {
      readonly [Mark in SlotsIn<Text> as NameIn<Mark>]: AllowedOr<
        Allowed,
        NameIn<Mark>,
        ValueOf<Mark>
      >;
    }
  : { readonly [Mark in SlotsIn<Raw> as NameIn<Mark>]: ValueOf<Mark> };`,
    `type AllowedOr<Allowed, Name, Other> = Name extends keyof Allowed
  ? Allowed[Name] extends readonly (infer Item)[]
    ? Item
    : Other
  : Other;`,
    `/** Braces inside of braces belong to the message. */
type SlotsIn<
  Text,
  Found extends string = never,
> = Text extends \`\${string}{\${infer Mark}}\${infer More}\`
  ? SlotsIn<More, Mark extends \`{\${string}\` ? Found : Found | Mark>
  : Found;`,
    `type NameIn<Mark extends string> = Mark extends \`\${infer Name} \${string}\`
  ? Name
  : Mark;`,
    `type ValueOf<Mark> = Mark extends \`\${string} int64\`
  ? bigint
  : Mark extends \`\${string} \${"integer" | "number"}\`
    ? number
    : string;`,
    `export type MessageOf<Raw> = Raw extends string
  ? MessageIn<Raw>
  : Raw extends readonly [infer Text, unknown]
    ? MessageIn<Text>
    : MessageOf<Raw[keyof Raw]>;`,
    `type MessageIn<
  Text,
  Done extends string = "",
> = Text extends \`\${infer Start}{\${infer Mark}}\${infer More}\`
  ? MessageIn<More, \`\${Done}\${Start}\${PrintedBy<Mark>}\`>
  : \`\${Done}\${Text & string}\`;`,
    `type PrintedBy<Mark> = Mark extends \`{\${string}\`
  ? Mark
  : Mark extends \`\${string} \${"%d" | "%i" | "%u"} \${string}\`
    ? bigint
    : Mark extends \`\${string} %\${Fraction}\${"f" | "e" | "g" | "n"} \${string}\`
      ? number
      : string;`,
    'type Fraction = "" | `.${bigint}`;',
  ].map(declareTypeText);
}
