// The whole model becomes the model of a product, which has internal errors only where the product's options ask for them.
import { caseName } from "../diagnostic/case-name.ts";
import type { ErrorModel, LifecycleModel, Model } from "./model.ts";

/** Everything that is made of a model for other people passes here once. */
export function modelFor({ internal = false }: { readonly internal?: boolean }, whole: Model): Model {
  return internal ? whole : withoutInternal(whole);
}

/** The model without internal errors, and without a trace of them in operations, groups and replacements. */
function withoutInternal(model: Model): Model {
  const kept = model.errors.filter((error) => error.audience === "public");
  if (kept.length === model.errors.length) return model;
  const codes = new Set(kept.map((error) => error.code));
  const hidden = model.errors.filter(({ code }) => !codes.has(code)).flatMap(namesOf);
  const internal = new Set(hidden.filter((name) => !codes.has(name)));
  const errors = kept.map((error) =>
    error.deprecated === undefined ? error : { ...error, deprecated: withoutReplacement(error.deprecated, internal) },
  );
  const operations = model.operations.flatMap(({ name, answers }) => {
    const left = answers.filter(({ code }) => !internal.has(code));
    return left.length === 0 ? [] : [{ name, answers: left }];
  });
  const used = new Set(errors.map((error) => error.group));
  const usedTags = new Set(errors.flatMap((error) => error.tags));
  const { fallback, ...others } = model;
  return {
    ...others,
    ...(fallback === undefined || internal.has(fallback) ? {} : { fallback }),
    errors,
    operations,
    groups: model.groups.filter((group) => used.has(group.name)),
    tags: model.tags.filter((tag) => usedTags.has(tag.name)),
    retired: model.retired.map((retired) => withoutReplacement(retired, internal)),
  };
}

/** The names by which a table speaks of an error and of its cases. */
function namesOf({ code, cases }: ErrorModel): readonly string[] {
  return [code, ...cases.map(({ name }) => caseName(code, name))];
}

/** Drops a replacement that is an internal error, or a case of one. */
function withoutReplacement<Lifecycle extends LifecycleModel>(
  lifecycle: Lifecycle,
  internal: ReadonlySet<string>,
): Omit<Lifecycle, "replacedBy"> | Lifecycle {
  const { replacedBy, ...others } = lifecycle;
  return replacedBy !== undefined && internal.has(replacedBy) ? others : lifecycle;
}
