/** What an object points at: one parent, or everything it waits for. */
export type Edges = ReadonlyMap<string, readonly string[]>

/**
 * The circles in a directed graph, one for each group of objects that can reach each other.
 * Shape: ids in the order of walking, the first not repeated at the end. Each object stands in one circle at most.
 * Walks with a stack of its own: a chain of 20,000 parents would overflow the call stack.
 * @example findCycles(new Map([['a', ['b']], ['b', ['a']]])) // [['a', 'b']]
 */
export function findCycles(edges: Edges): string[][] {
  const done = new Set<string>()
  const cycles: string[][] = []
  for (const start of edges.keys()) if (!done.has(start)) walk(start, edges, done, cycles)
  return cycles
}

type Step = { id: string; next: number }

function walk(start: string, edges: Edges, done: Set<string>, cycles: string[][]): void {
  const path: Step[] = [{ id: start, next: 0 }]
  const depth = new Map([[start, 0]])
  for (let step = path.at(-1); step; step = path.at(-1)) {
    const target = edges.get(step.id)?.[step.next++]
    if (target === undefined) {
      done.add(step.id)
      depth.delete(step.id)
      path.pop()
      continue
    }
    const seenAt = depth.get(target)
    if (seenAt !== undefined) reportOnce(path.slice(seenAt), done, cycles)
    else if (edges.has(target) && !done.has(target)) {
      depth.set(target, path.length)
      path.push({ id: target, next: 0 })
    }
  }
}

/** A second circle through an object that is in one already tells nothing new. */
function reportOnce(steps: readonly Step[], done: Set<string>, cycles: string[][]): void {
  const ids = steps.map((step) => step.id)
  if (cycles.some((known) => known.some((id) => ids.includes(id)))) return
  for (const id of ids) done.add(id)
  cycles.push(ids)
}
