// The params of an error are paired with the directives that print them, in the order of the arguments.
import { memoize } from "../diagnostic/memoize.ts";
import type { Param } from "../reader/spec.gen.ts";
import type { ResolvedCase } from "../reader/table/resolve.ts";
import { templateArguments, valueType } from "../template/arguments.ts";
import type { Directive, ParamType } from "../template/template.ts";

export interface NamedParam {
  readonly name: string;
  readonly param: Param;
  readonly directive: Directive;
  readonly type: ParamType;
}

/** The params that have an argument, also where only a placeholder names them; none where the template is broken or absent. Several rules ask for them. */
export const namedParams = memoize(({ template, spec }: ResolvedCase): readonly NamedParam[] => {
  if (template === undefined || template.problems.length > 0) return [];
  const params = spec.params ?? {};
  const names = Object.keys(params);
  const directives: readonly Directive[] = templateArguments(template.template);
  return directives.flatMap((directive, index) => {
    const name = directive.name?.param ?? names[index];
    if (name === undefined) return [];
    const param = Object.hasOwn(params, name) ? (params[name] ?? {}) : {};
    return [{ name, param, directive, type: param.type ?? valueType(directive) }];
  });
});
