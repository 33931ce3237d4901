// The second half of the pipeline: model → artifacts → files, for one product.
import type { OutputFile } from "./artifact.ts";
import { emit, type Product } from "./emit/index.ts";
import type { Model } from "./model/model.ts";
import { render } from "./render/index.ts";

/** A model is plain data: a copy of it makes the same files. */
export type Maker = (product: Product, model: Model) => Promise<readonly OutputFile[]>;

export const make: Maker = async (product, model) => Promise.all((await emit(product, model)).map(render));
