import { setTimeout as sleep } from 'node:timers/promises'

export type GroupCommit<Item, Answer> = {
  /** Resolves with the item's own answer once its group is done. */
  add(item: Item, weight: number): Promise<Answer>
  /** Total weight of what waits and is not yet being worked on. */
  waiting(): number
}

type Waiter<Item, Answer> = {
  item: Item
  weight: number
  resolve: (answer: Answer) => void
  reject: (cause: unknown) => void
}

/**
 * Gathers what arrives while a group is being worked on into the next group: under load many items share one durable write,
 * and a lone item waits for nobody. Groups are worked on one after the other, begun at least `pauseMs` apart, and hold at
 * most `weightMax` unless a single item is heavier.
 * Errors: when `work` rejects, every item of that group rejects with its reason; later groups go on.
 */
export function createGroupCommit<Item, Answer>(options: {
  work: (items: Item[]) => Promise<Answer[]>
  weightMax: number
  pauseMs: number
}): GroupCommit<Item, Answer> {
  const queue: Waiter<Item, Answer>[] = []
  let running = false
  let begun = Number.NEGATIVE_INFINITY
  const weigh = (list: readonly { weight: number }[]): number => list.reduce((sum, w) => sum + w.weight, 0)

  const takeGroup = (): Waiter<Item, Answer>[] => {
    let weight = 0
    const over = queue.findIndex((w, i) => {
      weight += w.weight
      return i > 0 && weight > options.weightMax
    })
    return queue.splice(0, over === -1 ? queue.length : over)
  }
  const commit = async (group: Waiter<Item, Answer>[]): Promise<void> => {
    try {
      const answers = await options.work(group.map((w) => w.item))
      for (const [i, waiter] of group.entries()) waiter.resolve(answers[i] as Answer)
    } catch (cause) {
      for (const waiter of group) waiter.reject(cause)
    }
  }
  const run = async (): Promise<void> => {
    running = true
    while (queue.length > 0) {
      const early = begun + options.pauseMs - performance.now()
      if (early > 0) await sleep(early)
      begun = performance.now()
      await commit(takeGroup())
    }
    running = false
  }
  return {
    add: (item, weight) =>
      new Promise((resolve, reject) => {
        queue.push({ item, weight, resolve, reject })
        if (!running) void run()
      }),
    waiting: () => weigh(queue),
  }
}
