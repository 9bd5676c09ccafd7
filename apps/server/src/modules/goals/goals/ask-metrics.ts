import { InsightFailure } from '../../insight/insight-failure.ts'

/**
 * Asks for several sets of metrics at once, and for each set by itself where one of them cannot be asked so: what the catalogue does
 * not cut like that, or the asker may not see, must not take the rest with it. Shape: the answers there are.
 */
export async function askSets<T>(
  sets: readonly (readonly string[])[],
  ask: (metrics: readonly string[]) => Promise<T>,
): Promise<T[]> {
  try {
    return [await ask(sets.flat())]
  } catch (error) {
    if (!(error instanceof InsightFailure)) throw error
    if (sets.length <= 1) return []
    return (await Promise.all(sets.map((set) => askSets([set], ask)))).flat()
  }
}

/** The same where each metric stands for itself. */
export const askMetrics = <T>(
  metrics: readonly string[],
  ask: (metrics: readonly string[]) => Promise<T>,
): Promise<T[]> =>
  askSets(
    metrics.map((metric) => [metric]),
    ask,
  )
