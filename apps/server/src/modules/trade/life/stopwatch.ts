/** Runs a step and adds its time to the part of that name. */
export type Stopwatch = <T>(part: string, step: () => Promise<T>) => Promise<T>

export const untimed: Stopwatch = (_part, step) => step()

/** A stopwatch and what it measured so far, ms by part. */
export function createStopwatch(elapsed: () => number = () => performance.now()): {
  watch: Stopwatch
  parts: Map<string, number>
} {
  const parts = new Map<string, number>()
  const watch: Stopwatch = async (part, step) => {
    const from = elapsed()
    try {
      return await step()
    } finally {
      parts.set(part, (parts.get(part) ?? 0) + elapsed() - from)
    }
  }
  return { watch, parts }
}

/** As HTTP says it: `Server-Timing: price;dur=3.2, core;dur=1.1`. */
export const serverTiming = (parts: ReadonlyMap<string, number>): string =>
  [...parts].map(([part, ms]) => `${part};dur=${ms.toFixed(2)}`).join(', ')
