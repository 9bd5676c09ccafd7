/**
 * Everything that must hold before a change goes in: types, lint, the requirement ledger, the built pages, unit,
 * integration and browser tests. Ends with `N passed, N failed, N skipped` alone on a line.
 * ZHANGGUI_REQUIRE_BROWSER=1 makes a missing Chromium a failure instead of a skip.
 */
import { globSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { CHROMIUM_MISSING, findChromium } from '../apps/web/test/support/find-chromium.ts'
import { runCommand } from './run-command.ts'
import { makeFolderForTests } from './test-run/folder-for-tests.ts'
import { addTallies, closingLine, failuresOf, type Tally, tallyRun, type VitestReport } from './test-run/tally.ts'

const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0 }
const FAILED_STEP: Tally = { passed: 0, failed: 1, skipped: 0 }
// A hundred processes of tests load the same modules: the first compiles them, the others take a second less to start.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, '../node_modules/.cache/zhanggui-tests')
// A folder of this run alone, so that nothing of it is left behind; whoever sets TMPDIR has said where.
const folder = makeFolderForTests(process.env.TMPDIR ? { memory: process.env.TMPDIR, enoughBytes: 0 } : {})
process.env.TMPDIR = folder
const failures: string[] = []

/** A step that is no test: silent in the sum when it passes, one failure when it does not. */
async function runStep(name: string, command: string, args: readonly string[]): Promise<Tally> {
  const exitCode = await runCommand(command, args)
  console.log(`${exitCode === 0 ? '✓' : '✗'} ${name}`)
  if (exitCode !== 0) failures.push(name)
  return exitCode === 0 ? NOTHING : FAILED_STEP
}

function readReport(file: string): VitestReport | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

async function runTests(projects: readonly string[]): Promise<Tally> {
  const file = join(folder, `${projects.join('-')}.json`)
  const exitCode = await runCommand('vitest', [
    'run',
    '--passWithNoTests',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...projects.flatMap((project) => ['--project', project]),
  ])
  const report = readReport(file)
  if (report) failures.push(...failuresOf(report))
  return tallyRun(exitCode, report)
}

async function runBrowserTests(): Promise<Tally> {
  const chromium = findChromium(process.env)
  if (chromium) return runTests(['e2e'])
  console.error(CHROMIUM_MISSING)
  const files = globSync('apps/*/test/e2e/**/*.test.ts', { cwd: join(import.meta.dirname, '..') })
  return process.env.ZHANGGUI_REQUIRE_BROWSER ? FAILED_STEP : { ...NOTHING, skipped: files.length }
}

const startedAt = performance.now()
const tallies = await Promise.all([
  // Checkers beside one another each work out the types they share: one takes two thirds of the computing, and leaves a core to the others.
  runStep('types', 'tsc', ['--noEmit', '-p', 'tsconfig.json', '--checkers', '1']),
  runStep('lint', 'biome', ['check', '.']),
  runStep('requirements', 'node', ['scripts/requirements.ts']),
  runStep('web build', 'npm', ['run', 'build:web']),
])
// Two runs, not four: unit, component and integration tests fill the cores between them, browser tests need them alone.
tallies.push(await runTests(['unit', 'components', 'integration']))
tallies.push(await runBrowserTests())
rmSync(folder, { recursive: true, force: true })

const total = addTallies(tallies)
for (const failure of failures) console.log(`failed: ${failure}`)
console.log(`\n${Math.round((performance.now() - startedAt) / 1000)} s`)
console.log(closingLine(total))
process.exitCode = total.failed > 0 ? 1 : 0
