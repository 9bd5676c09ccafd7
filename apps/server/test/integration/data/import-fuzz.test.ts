import { afterAll, beforeAll, expect, test } from 'vitest'
import { fuzzImports } from '../../fuzz/fuzz-imports.ts'
import { FUZZ_TIMES } from '../../support/fuzz-times.ts'
import { createTestContext, type TestContext } from '../../support/test-context.ts'

let context: TestContext
beforeAll(async () => {
  context = await createTestContext()
})
afterAll(() => context?.close())

test('spoilt files are imported whole or refused whole: no crash, no hang, no formula and no personal data let out', async () => {
  const report = await fuzzImports(context, { files: 40 * FUZZ_TIMES, seed: 20_261_110, store: 'fuzz' })
  expect(report.faults).toEqual([])
  expect(report.imported).toBeGreaterThan(20)
  expect(Object.keys(report.refused)).toContain('unreadable_file')
}, 300_000)
