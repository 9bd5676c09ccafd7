import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { BenchReport } from '../../../bench/bench-part.ts'
import { SHORT_LIVED } from '../../support/child-process.ts'

const BENCH = join(import.meta.dirname, '../../../bench/bench.ts')
function runBench(...args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    // The parts' processes take over how it was started.
    const child = spawn(process.execPath, [...SHORT_LIVED, BENCH, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
    child.on('close', (code) => (code === 0 ? resolve(output) : reject(new Error(`the bench ended with ${code}`))))
  })
}

test('the bench runs small, and its answers equal those of PostgreSQL', async () => {
  const args = ['--json', '--rows', '20000', '--runs', '1', '--only', 'importBehaviour,intake,dashboard']
  const report = JSON.parse(await runBench(...args)) as BenchReport
  const ids = report.results.map((result) => result.id)
  expect(ids).toEqual(expect.arrayContaining(['importBehaviour', 'intakeEvents', 'dashboard.trafficByDay']))
  // Each question alone, and as a shop asks it whose events go on arriving.
  expect(ids.filter((id) => id.startsWith('dashboard.'))).toHaveLength(2 * 12)
  for (const { value, unit } of report.results) {
    expect(value).toBeGreaterThanOrEqual(0)
    expect(unit).toMatch(/^(rows\/s|events\/s|ms|s|MB)$/)
  }
}, 300_000)

test('a part that is not there is named with those that are', async () => {
  await expect(runBench('--only', 'nonsense')).rejects.toThrow('ended with 1')
})
