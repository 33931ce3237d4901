// The second half of the pipeline: model → artifacts → files, for one product.

import type { Model } from "../model/model.ts";
import type { OutputFile } from "../output/output-file.ts";
import { emit, type Product } from "./index.ts";
import { render } from "./render.ts";

/** A model is plain data: a copy of it makes the same files. */
export type Maker = (product: Product, model: Model) => Promise<readonly OutputFile[]>;

export const make: Maker = async (product, model) => Promise.all((await emit(product, model)).map(render));
