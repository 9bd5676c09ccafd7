import type { BenchReport } from './bench-part.ts'

const figure = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 3 })

/** A table for people: figures with their unit, then ratios, then remarks. */
export function printReport({ results, ratios, notes }: BenchReport): string {
  const lines = [
    ...results.map((r) => [r.id, figure.format(r.value), r.unit]),
    ...ratios.map((r) => [r.id, figure.format(r.value), '× the peer (below 1: faster)']),
  ]
  const idWidth = Math.max(0, ...lines.map(([id = '']) => id.length))
  const valueWidth = Math.max(0, ...lines.map(([, value = '']) => value.length))
  const rows = lines.map(
    ([id = '', value = '', unit = '']) => `${id.padEnd(idWidth)}  ${value.padStart(valueWidth)} ${unit}`,
  )
  return [...rows, ...notes.map((note) => `· ${note}`)].join('\n')
}
