// A graph becomes its strongly connected components, by Tarjan's algorithm.

/**
 * The components that a root reaches, each after the components that it leads to. A node outside of every circle is a
 * component of its own. Chains may be longer than calls can nest, so the path to a node is kept in a list.
 */
export function componentsFrom<Node>(root: Node, next: (node: Node) => readonly Node[]): readonly (readonly Node[])[] {
  const components: Node[][] = [];
  const steps = new Map<Node, Step<Node>>();
  const open: Step<Node>[] = [];
  const path: Step<Node>[] = [];
  const enter = (node: Node): void => {
    const step = {
      node,
      number: steps.size,
      lowest: steps.size,
      size: open.length,
      rest: next(node)[Symbol.iterator](),
    };
    steps.set(node, step);
    open.push(step);
    path.push(step);
  };
  enter(root);
  for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
    const { done, value } = step.rest.next();
    if (done !== true) {
      const known = steps.get(value);
      if (known === undefined) enter(value);
      else step.lowest = Math.min(step.lowest, known.lowest);
      continue;
    }
    path.pop();
    const before = path.at(-1);
    if (step.lowest < step.number) {
      if (before !== undefined) before.lowest = Math.min(before.lowest, step.lowest);
      continue;
    }
    const component = open.splice(step.size);
    // A closed node cannot be part of a later group.
    for (const closed of component) closed.lowest = Number.POSITIVE_INFINITY;
    components.push(component.map(({ node }) => node));
  }
  return components;
}

interface Step<Node> {
  readonly node: Node;
  /** In the order in which nodes are reached. */
  readonly number: number;
  /** The smallest number of an open node that this one leads back to (the low-link of Tarjan's algorithm). */
  lowest: number;
  /** The number of open nodes before it. */
  readonly size: number;
  readonly rest: Iterator<Node>;
}
