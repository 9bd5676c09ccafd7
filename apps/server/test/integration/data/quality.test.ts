import { afterAll, beforeAll, expect, test } from 'vitest'
import { createStore } from '../../../src/modules/admin/stores.ts'
import { readQuality } from '../../../src/modules/data/read-quality.ts'
import { runImport } from '../../../src/modules/data/run-import.ts'
import { createTestContext, type TestContext } from '../../support/test-context.ts'
import { createFileFolder, type FileFolder } from './write-files.ts'

const STORE = 'gaps'
/** Noon in Beijing. */
const noonOf = (day: string): number => Date.parse(`${day}T04:00:00Z`) / 1000
const line = (user: number, type: string, day: string): string => `${user},9001,12,${type},${noonOf(day)}`

let context: TestContext
let files: FileFolder
beforeAll(async () => {
  context = await createTestContext()
  files = await createFileFolder()
  await createStore(context, { id: STORE, name: STORE }, { actor: 'test' })
  // Views and carts on the 1st, 2nd and 5th of March: two days and all favourites and payments are missing.
  const rows = ['2026-03-01', '2026-03-02', '2026-03-05'].flatMap((day) => [line(1, 'pv', day), line(2, 'cart', day)])
  const path = await files.write('log.csv', ['user_id,item_id,category_id,behavior_type,timestamp', ...rows].join('\n'))
  await runImport(context, { store: STORE, files: [{ path }], actor: 'test' })
})
afterAll(async () => {
  await context?.close()
  await files?.remove()
})

test('[P9.01] gaps are named: days without events, and steps of the funnel that nothing reports', async () => {
  const report = await readQuality(context, STORE)
  expect(report.tables.find(({ table }) => table === 'events')).toMatchObject({
    rows: 6,
    days: 3,
    from: '2026-03-01',
    to: '2026-03-05',
    missingDays: ['2026-03-03', '2026-03-04'],
  })
  expect(report.missingEventTypes).toEqual(['favourite', 'pay'])
  expect(report.findings.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['missing_days', 'missing_event_types']),
  )
})

test('a column that the source does not fill shows as unknown, not as nought', async () => {
  const events = (await readQuality(context, STORE)).tables.find(({ table }) => table === 'events')
  const known = new Map(events?.coverage.map(({ column, known: share }) => [column, share]))
  expect([known.get('visitor'), known.get('category'), known.get('province')]).toEqual([1, 1, 0])
})
