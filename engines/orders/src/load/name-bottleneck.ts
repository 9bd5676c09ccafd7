import type { LoadFigures } from './load-figures.ts'

export type Bottleneck = {
  part: string
  /** Of the time a request spent, at the heaviest step. */
  share: number
  /** ms at the lightest step and at the heaviest. */
  lightMs: number
  heavyMs: number
}

/**
 * The part in which requests spend most of their time when there is too much: a queue forms before what is slowest, and waiting for it
 * is counted there. Where the time is outside of every part (`http`), the process itself is full. Null without a done request.
 */
export function nameBottleneck(steps: readonly LoadFigures[]): Bottleneck | null {
  const used = steps.filter(({ done }) => done > 0).toSorted((a, b) => a.offeredPerSecond - b.offeredPerSecond)
  const [light, heavy] = [used[0], used.at(-1)]
  if (!light || !heavy) return null
  const parts = Object.entries(heavy.parts).sort(([, a], [, b]) => b - a)
  const [first] = parts
  if (!first) return null
  const total = parts.reduce((sum, [, ms]) => sum + ms, 0)
  const [part, heavyMs] = first
  return { part, share: total > 0 ? heavyMs / total : 0, lightMs: light.parts[part] ?? 0, heavyMs }
}
