import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { dayCourse, forecastDayEnd, learnCurve, soFarAt } from '../src/index.ts'

const FOLDER = process.env.ZHANGGUI_DATA ?? join(import.meta.dirname, '../../../../shared/data')
const FILE = join(FOLDER, 'online_retail_ii/year_2010_2011.csv.gz')
const reason = existsSync(FILE) ? '' : 'the public data set online_retail_ii is not here'

/** Quantity, date, time and price stand behind a quoted description that may hold commas. */
const LINE = /",(-?\d+),"(\d{4}-\d{2}-\d{2}) (\d{2}):(\d{2}):\d{2}",(-?[\d.]+),/

/** Sales of each day by minute, credits left out. */
function readDays(): Map<string, number[]> {
  const days = new Map<string, number[]>()
  for (const text of gunzipSync(readFileSync(FILE)).toString('latin1').split('\n')) {
    const [, quantity, day, hour, minute, price] = LINE.exec(text) ?? []
    if (day === undefined || Number(quantity) <= 0) continue
    const minutes = days.get(day) ?? new Array<number>(1440).fill(0)
    const at = Number(hour) * 60 + Number(minute)
    minutes[at] = (minutes[at] ?? 0) + Math.round(Number(quantity) * Number(price) * 100)
    days.set(day, minutes)
  }
  return days
}

describe.skipIf(reason)(`a year of a real wholesaler ${reason}`, () => {
  it('[P9.06] the interval holds the day’s outcome at about the nominal rate, at eleven, one and three o’clock', () => {
    const days = [...readDays()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, minutes]) => dayCourse(minutes))
    const held = { 660: 0, 780: 0, 900: 0 }
    let judged = 0
    for (let i = 35; i < days.length; i++) {
      const today = days[i]
      const curve = learnCurve(days.slice(i - 35, i))
      if (!today || !curve || soFarAt(today, 660) <= 0) continue
      judged++
      for (const minute of [660, 780, 900] as const) {
        const end = forecastDayEnd(curve, { minute, soFar: soFarAt(today, minute), level: 0.9 })
        if (end && end.low <= today.total && today.total <= end.high) held[minute]++
      }
    }
    // Two standard errors of a rate of 0.9 over some 260 days are 0.037; days of a growing shop are not quite alike either.
    expect(judged).toBeGreaterThan(230)
    for (const n of Object.values(held)) {
      expect(n / judged).toBeGreaterThan(0.85)
      expect(n / judged).toBeLessThan(0.96)
    }
  })
})
