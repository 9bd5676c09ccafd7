/**
 * `npm run bench [-- --json] [--only dashboard,intake] [--rows 100000] [--runs 3] [--alone]`, `-- --only dashboard --events 100000000`
 * Runs every part in a process of its own and prints a table, or with `--json`
 * `{"results":[{"id","value","unit"}],"ratios":[{"id","value"}]}`. See docs/benchmarks.md.
 */
import { fork } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { BenchOptions, BenchReport } from './bench-part.ts'
import { PARTS } from './parts.ts'
import { printReport } from './print-report.ts'

function readOptions(): { json: boolean; only: string[]; options: BenchOptions } {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      only: { type: 'string' },
      rows: { type: 'string' },
      events: { type: 'string' },
      runs: { type: 'string' },
      alone: { type: 'boolean', default: false },
    },
  })
  const only = values.only?.split(',') ?? Object.keys(PARTS)
  const unknown = only.filter((name) => !(name in PARTS))
  const rows = readCount('--rows (or --events)', values.rows ?? values.events)
  const runs = readCount('--runs', values.runs)
  if (unknown.length > 0)
    throw new Error(`no bench part ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`)
  return { json: values.json, only, options: { rows, runs, alone: values.alone } }
}

function readCount(option: string, text: string | undefined): number | undefined {
  const count = text === undefined ? undefined : Number(text)
  if (count !== undefined && !(Number.isSafeInteger(count) && count > 0))
    throw new Error(`${option} is a whole number above 0`)
  return count
}

function runPart(name: string, options: BenchOptions): Promise<BenchReport> {
  // A part's own remarks go to standard error: standard output belongs to the report.
  const child = fork(join(import.meta.dirname, 'part-process.ts'), [name, JSON.stringify(options)], {
    stdio: ['ignore', process.stderr, process.stderr, 'ipc'],
  })
  return new Promise((resolve, reject) => {
    let report: BenchReport | undefined
    child.on('message', (message) => {
      report = message as BenchReport
    })
    child.on('exit', (code) =>
      report ? resolve(report) : reject(new Error(`bench part ${name} ended with ${code} and no report`)),
    )
  })
}

const { json, only, options } = readOptions()
const all: BenchReport = { results: [], ratios: [], notes: [] }
for (const name of only) {
  if (!json) console.log(`\n${name}`)
  const report = await runPart(name, options)
  if (!json) console.log(printReport(report))
  all.results.push(...report.results)
  all.ratios.push(...report.ratios)
  all.notes.push(...report.notes)
}
if (json) console.log(JSON.stringify(all))
