import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createStore } from '../src/modules/admin/stores.ts'
import { makeReport } from '../src/modules/review/reports/make-report.ts'
import { openContext } from '../src/open-context.ts'
import { readSettings } from '../src/settings.ts'
import type { BenchReport } from './bench-part.ts'
import { BENCH_STORE, BENCH_YEAR, generateYear } from './generated-year.ts'
import { timed } from './measure.ts'
import { printReport } from './print-report.ts'

/** Year reports: the two that ask the most. */
const REPORTS = ['annual-summary', 'white-paper'] as const
const YEAR = BENCH_YEAR.from.slice(0, 4)

/** Each report of a shop with so many events, made once cold and once again. */
async function measureReports(events: number): Promise<BenchReport> {
  const home = await mkdtemp(join(tmpdir(), 'zhanggui-report-bench-'))
  const context = await openContext(readSettings({ ZHANGGUI_HOME: home }))
  try {
    const store = await createStore(context, { id: BENCH_STORE, name: 'bench' }, { actor: 'bench' })
    const filled = await timed(() => generateYear(context.facts, events))
    const results = [{ id: `events (${events.toLocaleString('en-US')})`, value: filled.seconds, unit: 's to generate' }]
    for (const report of REPORTS)
      for (const run of ['first', 'again']) {
        const asked = { report, period: YEAR, language: 'zh' as const }
        const { seconds, cpuSeconds, value } = await timed(() => makeReport(context, store, asked))
        results.push({ id: `${report}, ${run}`, value: seconds, unit: 's' })
        results.push({ id: `${report}, ${run}, processor`, value: cpuSeconds, unit: 's' })
        if (value.document.chapters.some(({ blocks }) => blocks.length === 0))
          throw new Error(`${report}: a part is empty`)
      }
    return { results, ratios: [], notes: ['a report is held to 30 s with 10 million events on two cores'] }
  } finally {
    await context.close()
    await rm(home, { recursive: true, force: true })
  }
}

const { values } = parseArgs({
  options: { events: { type: 'string', default: '10000000' }, json: { type: 'boolean', default: false } },
})
const report = await measureReports(Number(values.events))
console.log(values.json ? JSON.stringify(report) : printReport(report))
