import { readFileSync } from 'node:fs'
import { parseDay } from '@zhanggui/kernel'
import { describe, expect, test } from 'vitest'
import { lunarFestivalDay, lunarFestivalsBetween, lunarLabel } from './index.ts'

const table = readFileSync(new URL('../test/reference/lunar-festivals.csv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => /^\d/.test(line))
  .map((line) => line.split(','))

describe('[P3.12] lunar festivals', () => {
  test('every festival of 2015–2035 falls on the day that a second implementation gives, and none besides', () => {
    const ours = lunarFestivalsBetween(parseDay('2015-01-01'), parseDay('2036-01-01')).map(({ day, id }) => [day, id])
    expect(ours).toHaveLength(table.length)
    expect(ours).toEqual(table)
  })

  // Source: anchors collected for the project, R13.
  test.each([
    ['springFestival', 2024, '2024-02-10'],
    ['springFestival', 2025, '2025-01-29'],
    ['springFestival', 2026, '2026-02-17'],
    ['springFestival', 2027, '2027-02-06'],
    ['springFestival', 2028, '2028-01-26'],
    ['midAutumn', 2025, '2025-10-06'],
    ['midAutumn', 2026, '2026-09-25'],
    ['midAutumn', 2027, '2027-09-15'],
    ['qixi', 2026, '2026-08-19'],
  ] as const)('%s of %i is on %s', (id, year, day) => expect(lunarFestivalDay(id, year)).toBe(day))

  test('除夕 is the 29th in a short last month and the 30th in a long one', () => {
    expect(lunarFestivalDay('newYearsEve', 2025)).toBe('2026-02-16')
    expect(lunarFestivalDay('newYearsEve', 2023)).toBe('2024-02-09')
  })

  test.each([
    ['2026-02-17', '正月'],
    ['2026-02-18', '初二'],
    ['2025-07-25', '闰六月'],
  ])('%s is written %s on a wall calendar', (day, label) => expect(lunarLabel(parseDay(day))).toBe(label))
})
