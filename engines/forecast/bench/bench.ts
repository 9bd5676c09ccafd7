import { parseArgs } from 'node:util'
import type { AccuracyLine } from '../test/support/accuracy-table.ts'
import { measureAccuracy, ratiosOf, resultsOf } from './accuracy-part.ts'
import { measureSpeed } from './speed-part.ts'

export type Result = { id: string; value: number; unit: string }
export type Ratio = { id: string; value: number }

const USAGE = `node engines/forecast/bench/bench.ts [--json] [--size 100] [--sets walmart,frat] [--only speed|accuracy]
Accuracy on real series held out, against seasonal naive, ETS and Croston; and the time for 1,000 two-year daily series.`

const HEADER =
  'set            model            n   MASE   RMSSE  better MASE/RMSSE   80 % and 95 % hold   sums hold     each'

const percent = (v: number | undefined): string => (v === undefined ? '–' : `${(100 * v).toFixed(1)} %`)

function printLine({
  set,
  model,
  series,
  mase,
  rmsse,
  betterMase,
  betterRmsse,
  coverage,
  totalCoverage,
  msEach,
}: AccuracyLine): void {
  const cells = [
    set.padEnd(13),
    model.padEnd(14),
    String(series).padStart(4),
    mase.toFixed(3),
    rmsse.toFixed(3),
    `${percent(betterMase)} / ${percent(betterRmsse)}`.padStart(18),
    `${percent(coverage[0])} ${percent(coverage[1])}`.padStart(14),
    `${percent(totalCoverage[0])} ${percent(totalCoverage[1])}`.padStart(15),
    `${msEach.toFixed(0)} ms`.padStart(8),
  ]
  process.stdout.write(`${cells.join('  ')}\n`)
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      size: { type: 'string', default: '100' },
      sets: { type: 'string', default: '' },
      only: { type: 'string', default: '' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(`${USAGE}\n`)
    return
  }
  const sets = values.sets.split(',').filter((id) => id !== '')
  const speed = values.only === 'accuracy' ? [] : await measureSpeed()
  if (!values.json) for (const { id, value, unit } of speed) process.stdout.write(`${id} ${value.toFixed(1)} ${unit}\n`)
  const lines = values.only === 'speed' ? [] : await accuracyLines({ sets, size: Number(values.size) }, values.json)
  if (values.json)
    process.stdout.write(`${JSON.stringify({ results: [...speed, ...resultsOf(lines)], ratios: ratiosOf(lines) })}\n`)
}

/** All lines; printed as they come, unless a machine waits for the whole. */
async function accuracyLines(
  options: { sets: readonly string[]; size: number },
  quiet: boolean,
): Promise<AccuracyLine[]> {
  if (!quiet) process.stdout.write(`${HEADER}\n`)
  const all: AccuracyLine[] = []
  for await (const lines of measureAccuracy(options)) {
    all.push(...lines)
    if (!quiet) for (const line of lines) printLine(line)
  }
  return all
}

await main()
