import { readFileSync } from 'node:fs'
import { daysBetween, parseDay } from '@zhanggui/kernel'
import chineseDays from 'chinese-days'
import { expect, test } from 'vitest'
import { SOLAR_TERMS, solarTermDay, solarTermsBetween } from './index.ts'

/** The method behind the table is good to a quarter of an hour; nearer to midnight it may be a day off. */
const MARGIN_MINUTES = 15

const table = readFileSync(new URL('../test/reference/solar-terms.csv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => /^\d/.test(line))
  .map((line) => line.split(',') as [string, string, string])

test('[P3.12] every solar term of 2015–2035 begins on the day on which the sun gets there', () => {
  expect(table).toHaveLength(21 * 24)
  for (const [day, index, margin] of table) {
    const term = SOLAR_TERMS[Number(index)]
    if (!term) throw new Error(index)
    const ours = solarTermDay(term.id, Number(day.slice(0, 4)))
    if (Number(margin) >= MARGIN_MINUTES) expect([term.nameZh, ours]).toEqual([term.nameZh, day])
    else expect(Math.abs(daysBetween(ours, parseDay(day)))).toBeLessThanOrEqual(1)
  }
})

test('清明, which is a holiday, agrees with a second library in every year', () => {
  for (let year = 2015; year <= 2035; year++)
    expect(solarTermDay('clearBright', year)).toBe(chineseDays.getSolarTermDate(year, 4, 'pure_brightness'))
})

test('a year has its 24 terms in order', () => {
  const terms = solarTermsBetween(parseDay('2026-01-01'), parseDay('2027-01-01'))
  expect(terms.map(({ id }) => id)).toEqual(SOLAR_TERMS.map(({ id }) => id))
  expect(terms.map(({ day }) => day)).toEqual(terms.map(({ day }) => day).toSorted())
})
