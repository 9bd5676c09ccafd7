import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { withRules } from './rules-doc.ts'

test('docs/plan-check.md lists every rule as it is (else: node engines/plan/test/fixtures/write-rules-doc.ts)', () => {
  const page = readFileSync(new URL('../../../../docs/plan-check.md', import.meta.url), 'utf8')
  expect(page).toBe(withRules(page))
})
