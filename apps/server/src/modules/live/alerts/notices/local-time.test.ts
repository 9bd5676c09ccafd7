import { expect, test } from 'vitest'
import { localTime } from './local-time.ts'

test('quiet hours are those of the shop, not of the server', () => {
  const instant = new Date('2026-11-08T16:30:00.000Z')
  expect(localTime(instant, 'Asia/Shanghai')).toEqual({ weekday: 1, minuteOfDay: 30 })
  expect(localTime(instant, 'UTC')).toEqual({ weekday: 7, minuteOfDay: 16 * 60 + 30 })
  expect(localTime(new Date('2026-11-08T16:00:00.000Z'), 'Asia/Shanghai')).toEqual({ weekday: 1, minuteOfDay: 0 })
})
