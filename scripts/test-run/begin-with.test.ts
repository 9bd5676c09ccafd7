import { globSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { beginWithFirst } from './begin-with.ts'

const ROOT = join(import.meta.dirname, '../..')
const namesOf = (files: readonly { moduleId: string }[]): string[] => files.map(({ moduleId }) => moduleId)

test('the demo shop is made first, beside files that need none; all others keep their order', () => {
  const files = ['/e2e/reports.test.ts', '/e2e/calendar.test.ts', '/a/unit.test.ts', '/e2e/cockpit.test.ts']
  expect(namesOf(beginWithFirst(files.map((moduleId) => ({ moduleId }))))).toEqual([
    '/e2e/cockpit.test.ts',
    '/e2e/calendar.test.ts',
    '/e2e/reports.test.ts',
    '/a/unit.test.ts',
  ])
})

test('every file that is to begin is there', () => {
  const there = globSync('apps/web/test/e2e/*.test.ts', { cwd: ROOT }).map((path) => ({ moduleId: path }))
  const [first, ...next] = namesOf(beginWithFirst(there)).map((path) => path.replace(/^.*\//, ''))
  expect([first, ...next.slice(0, 3)]).toEqual([
    'cockpit.test.ts',
    'plan-real-shop.test.ts',
    'promotions.test.ts',
    'calendar.test.ts',
  ])
})
