import { expect, test } from 'vitest'
import { addTallies, closingLine, failuresOf, tallyReport, tallyRun, type VitestReport } from './tally.ts'

const report = (given: Partial<VitestReport>): VitestReport => ({
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [],
  ...given,
})

test('tests to be written count as skipped', () => {
  expect(tallyReport(report({ numPassedTests: 5, numPendingTests: 2, numTodoTests: 1 }))).toEqual({
    passed: 5,
    failed: 0,
    skipped: 3,
  })
})

test('a test file that cannot be loaded is a failure', () => {
  const broken = report({ testResults: [{ name: 'a.test.ts', status: 'failed', assertionResults: [] }] })
  expect(tallyReport(broken).failed).toBe(1)
})

test('what failed is named by its file and title; a file that cannot be loaded by itself', () => {
  const broken = report({
    testResults: [
      { name: 'a.test.ts', status: 'failed', assertionResults: [] },
      {
        name: 'b.test.ts',
        status: 'failed',
        assertionResults: [
          { status: 'passed', fullName: 'holds' },
          { status: 'failed', fullName: 'breaks' },
        ],
      },
    ],
  })
  expect(failuresOf(broken)).toEqual(['a.test.ts', 'b.test.ts > breaks'])
})

test('what failed is told with what was said and the line of this project, without colours', () => {
  const said = [
    '\u001b[31mAssertionError\u001b[39m: expected 0 to be 1',
    '    at equal (file:///w/node_modules/chai/index.js:1:2)',
    '    at file:///w/b.test.ts:310:37',
    '    at process.task (node:internal/process/task_queues:104:5)',
  ].join('\n')
  const assertionResults = [{ status: 'failed', fullName: 'breaks', failureMessages: [said] }]
  expect(failuresOf(report({ testResults: [{ name: 'b.test.ts', status: 'failed', assertionResults }] }))).toEqual([
    'b.test.ts > breaks\n    AssertionError: expected 0 to be 1\n    at file:///w/b.test.ts:310:37',
  ])
})

test.each([
  ['a process that dies without a report', 1, undefined, 1],
  ['a process that fails after its last passed test', 1, report({ numPassedTests: 3 }), 1],
  ['a process whose failed tests are counted already', 1, report({ numFailedTests: 2 }), 2],
  ['a good process', 0, report({ numPassedTests: 3 }), 0],
])('%s', (_name, exitCode, given, failed) => {
  expect(tallyRun(exitCode, given).failed).toBe(failed)
})

test('the closing line is the sum over all parts', () => {
  const parts = [
    { passed: 2, failed: 0, skipped: 1 },
    { passed: 3, failed: 1, skipped: 0 },
  ]
  expect(closingLine(addTallies(parts))).toBe('5 passed, 1 failed, 1 skipped')
})
