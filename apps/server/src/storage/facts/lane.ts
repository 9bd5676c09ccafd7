/** Lends each of a few things to one borrower at a time, in order of asking. */
export type Lane<T> = { run<R>(work: (thing: T) => Promise<R>): Promise<R> }

export function createLane<T>(things: readonly T[]): Lane<T> {
  const free = [...things]
  const waiting: ((thing: T) => void)[] = []
  const borrow = (): Promise<T> => {
    const thing = free.pop()
    return thing === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(thing)
  }
  const giveBack = (thing: T): void => {
    const next = waiting.shift()
    if (next) next(thing)
    else free.push(thing)
  }
  return {
    async run(work) {
      const thing = await borrow()
      try {
        return await work(thing)
      } finally {
        giveBack(thing)
      }
    },
  }
}
