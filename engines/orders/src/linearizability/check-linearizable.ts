/**
 * One operation of a recorded history: when its client called, when the answer was there, what was asked and answered.
 * Without an answer (`returnedAt` undefined) it may have been done at any time since, or never.
 */
export type Operation<Input, Output> = {
  calledAt: number
  returnedAt: number | undefined
  input: Input
  output: Output | undefined
}

/** What a correct system may do, one operation after another. */
export type SequentialModel<State, Input, Output> = {
  initial: State
  /** The state after the operation, or `undefined` where this state cannot give this output. `output` undefined: any. */
  step(state: State, input: Input, output: Output | undefined): State | undefined
  /** Equal for equal states. */
  keyOf(state: State): string
}

/** `linearizable: false` carries the operation that could not be placed when the search had got furthest. */
export type LinearizabilityResult<Input, Output> =
  | { linearizable: true }
  | { linearizable: false; stuckAt: Operation<Input, Output> | undefined }

type Entry = { operation: number; isCall: boolean; at: number; previous: Entry | undefined; next: Entry | undefined }
type Placed<State> = { call: Entry; before: State }

/** Calls and returns in the order of time, as a chain; at one instant calls come first, so that they count as concurrent. */
function chainOf(operations: readonly Operation<unknown, unknown>[]): { head: Entry; returns: (Entry | undefined)[] } {
  const returns: (Entry | undefined)[] = []
  const entries: Entry[] = []
  for (const [operation, { calledAt, returnedAt }] of operations.entries()) {
    entries.push({ operation, isCall: true, at: calledAt, previous: undefined, next: undefined })
    if (returnedAt === undefined) continue
    const entry: Entry = { operation, isCall: false, at: returnedAt, previous: undefined, next: undefined }
    returns[operation] = entry
    entries.push(entry)
  }
  entries.sort((a, b) => a.at - b.at || Number(b.isCall) - Number(a.isCall))
  const head: Entry = {
    operation: -1,
    isCall: true,
    at: Number.NEGATIVE_INFINITY,
    previous: undefined,
    next: undefined,
  }
  let last = head
  for (const entry of entries) {
    last.next = entry
    entry.previous = last
    last = entry
  }
  return { head, returns }
}

function unlink(entry: Entry | undefined): void {
  if (!entry) return
  if (entry.previous) entry.previous.next = entry.next
  if (entry.next) entry.next.previous = entry.previous
}

function relink(entry: Entry | undefined): void {
  if (!entry) return
  if (entry.previous) entry.previous.next = entry
  if (entry.next) entry.next.previous = entry
}

/** Which operations have been placed: all below `low`, and those in `above`. A short name for a set that is nearly a prefix. */
class PlacedSet {
  private readonly placed: Uint8Array
  private low = 0

  constructor(size: number) {
    this.placed = new Uint8Array(size)
  }

  set(operation: number, value: 0 | 1): void {
    this.placed[operation] = value
    if (value === 0) this.low = Math.min(this.low, operation)
    while (this.placed[this.low] === 1) this.low++
  }

  key(): string {
    const above: number[] = []
    let zeros = 0
    // Far behind the first gap nothing is placed: concurrency bounds how far ahead an operation can be.
    for (let i = this.low; i < this.placed.length && zeros < 256; i++) {
      if (this.placed[i] === 1) above.push(i)
      zeros = this.placed[i] === 1 ? 0 : zeros + 1
    }
    return `${this.low}:${above.join(',')}`
  }
}

/**
 * Is there an order of the operations, each at one instant between its call and its return, that the model could have gone
 * through with these answers? Operations must stand in the order of their calls. Exponential at worst: give it windows in which
 * few operations overlap, and split histories by what does not touch (one item at a time).
 * Source: Wing & Gong, "Testing and verifying concurrent objects" (1993), with the memory of Lowe, "Testing for
 * linearizability" (2017).
 */
export function checkLinearizable<State, Input, Output>(
  operations: readonly Operation<Input, Output>[],
  model: SequentialModel<State, Input, Output>,
): LinearizabilityResult<Input, Output> {
  const { head, returns } = chainOf(operations)
  const seen = new Set<string>()
  const placedSet = new PlacedSet(operations.length)
  const stack: Placed<State>[] = []
  let left = returns.filter((entry) => entry !== undefined).length
  let state = model.initial
  let furthest = { depth: -1, operation: -1 }
  let entry = head.next
  while (left > 0 && entry) {
    const operation = operations[entry.operation] as Operation<Input, Output>
    if (entry.isCall) {
      const after = model.step(state, operation.input, operation.output)
      if (after !== undefined) {
        placedSet.set(entry.operation, 1)
        const key = `${placedSet.key()}|${model.keyOf(after)}`
        if (!seen.has(key)) {
          seen.add(key)
          stack.push({ call: entry, before: state })
          state = after
          unlink(entry)
          unlink(returns[entry.operation])
          if (returns[entry.operation]) left--
          entry = head.next
          continue
        }
        placedSet.set(entry.operation, 0)
      }
      entry = entry.next
      continue
    }
    // The answer of an operation is here and it has no place yet: the last one placed was placed wrongly.
    if (stack.length > furthest.depth) furthest = { depth: stack.length, operation: entry.operation }
    const last = stack.pop()
    if (!last) return { linearizable: false, stuckAt: operations[furthest.operation] }
    state = last.before
    placedSet.set(last.call.operation, 0)
    relink(returns[last.call.operation])
    relink(last.call)
    if (returns[last.call.operation]) left++
    entry = last.call.next
  }
  return left === 0 ? { linearizable: true } : { linearizable: false, stuckAt: operations[furthest.operation] }
}
