import { stripVTControlCharacters } from 'node:util'

/** Tests of one part of the run. A file that could not be loaded counts as one failed test: it may hide any number. */
export type Tally = { passed: number; failed: number; skipped: number }

/** The part of vitest's JSON report that is counted. */
export type VitestReport = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { name: string; status: string; message?: string; assertionResults: TestResult[] }[]
}

type TestResult = { status: string; fullName: string; failureMessages?: string[] | null }

export function tallyReport(report: VitestReport): Tally {
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

const isFrame = (line: string): boolean => line.trimStart().startsWith('at ')

/** What was said, without colours, and where in this project: the first six lines of it and the first frame that is no library's. */
function reasonLines(message: string | undefined): string[] {
  const lines = stripVTControlCharacters(message ?? '').split('\n')
  const frame = lines.find((line) => isFrame(line) && !line.includes('node_modules') && !line.includes('(node:'))
  const said = lines.filter((line) => line.trim() !== '' && !isFrame(line)).slice(0, 6)
  return [...said, ...(frame ? [frame.trim()] : [])]
}

/**
 * "file > test" of every test that failed, and the file alone where it could not be loaded, each with the reason below it: read at the
 * end of a long run, perhaps on a machine that nobody can ask again.
 */
export const failuresOf = (report: VitestReport): string[] =>
  report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const told = (what: string, why: string | undefined) => [what, ...reasonLines(why)].join('\n    ')
    if (status === 'failed' && assertionResults.length === 0) return [told(name, message)]
    return assertionResults
      .filter((test) => test.status === 'failed')
      .map((test) => told(`${name} > ${test.fullName}`, test.failureMessages?.join('\n')))
  })

/**
 * What a finished test process adds up to.
 * A process that failed without a failed test (no report, a crash after the last test) counts as one failure, so that
 * the closing line never says all is well beside a failing exit code.
 */
export function tallyRun(exitCode: number, report: VitestReport | undefined): Tally {
  const tally = report ? tallyReport(report) : { passed: 0, failed: 0, skipped: 0 }
  return exitCode !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally
}

export const addTallies = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(
    (sum, t) => ({
      passed: sum.passed + t.passed,
      failed: sum.failed + t.failed,
      skipped: sum.skipped + t.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  )

/** The last line of a run, alone on its line, for people and scripts. */
export const closingLine = ({ passed, failed, skipped }: Tally): string =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`
