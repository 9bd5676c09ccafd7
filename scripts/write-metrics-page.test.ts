import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dictionaryPage } from '@zhanggui/metrics'
import { expect, test } from 'vitest'

test('docs/metrics.md is the catalogue; make it again with node scripts/write-metrics-page.ts', () => {
  expect(readFileSync(join(import.meta.dirname, '../docs/metrics.md'), 'utf8')).toBe(dictionaryPage())
})
