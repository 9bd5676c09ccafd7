import { type AccuracyLine, accuracyTable, type SeriesRow } from '../test/support/accuracy-table.ts'
import { readSet, SET_IDS } from '../test/support/bench-sets.ts'
import type { Ratio, Result } from './bench.ts'
import { deal, runTasks } from './run-tasks.ts'

const THREADS = 2
const PARTS = 8

/** The accuracy table of the sets that are there, a set's lines as soon as they are known. */
export async function* measureAccuracy(options: {
  sets: readonly string[]
  size: number
}): AsyncGenerator<AccuracyLine[]> {
  for (const id of options.sets.length > 0 ? options.sets : SET_IDS) {
    const set = readSet(id, options.size)
    if (!set) continue
    const parts = deal(set.series, Math.min(PARTS, set.series.length))
    const tasks = parts.map((series) => ({ kind: 'accuracy' as const, set: { ...set, series } }))
    const answers = await runTasks<SeriesRow[]>(tasks, THREADS)
    yield accuracyTable(answers.flatMap((a) => a.answer))
  }
}

export const resultsOf = (lines: readonly AccuracyLine[]): Result[] =>
  lines.flatMap(({ set, model, ...line }) => {
    const id = `forecast.${set}.${model}`
    return [
      { id: `${id}.mase`, value: line.mase, unit: 'ratio' },
      { id: `${id}.rmsse`, value: line.rmsse, unit: 'ratio' },
      { id: `${id}.betterThanSeasonalNaive`, value: line.betterMase, unit: 'share' },
      { id: `${id}.coverage80`, value: line.coverage[0] ?? Number.NaN, unit: 'share' },
      { id: `${id}.coverage95`, value: line.coverage[1] ?? Number.NaN, unit: 'share' },
    ]
  })

/** Our mean MASE over the peers', set by set: below 1 is better. */
export const ratiosOf = (lines: readonly AccuracyLine[]): Ratio[] =>
  lines
    .filter((line) => line.model !== 'auto')
    .flatMap(({ set, model, mase }) => {
      const auto = lines.find((line) => line.set === set && line.model === 'auto')
      return auto ? [{ id: `forecast.${set}.mase.autoTo.${model}`, value: auto.mase / mase }] : []
    })
