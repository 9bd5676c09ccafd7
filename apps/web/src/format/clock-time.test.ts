import { describe, expect, it } from 'vitest'
import { clockTime, countdown, minuteOfDay } from './clock-time.ts'

describe('times on a wall', () => {
  it('are those of the shop, whatever the reader’s own zone', () => {
    expect(clockTime('2026-11-11T12:30:05Z', 'Asia/Shanghai')).toBe('20:30')
    expect(clockTime('2026-11-10T16:00:05Z', 'Asia/Shanghai', true)).toBe('00:00:05')
    expect(minuteOfDay(0)).toBe('00:00')
    expect(minuteOfDay(1439)).toBe('23:59')
  })
  it('count down to the second, and stop at nothing', () => {
    expect(countdown(3_661_000, 'zh')).toBe('01:01:01')
    expect(countdown(90_061_000, 'zh')).toBe('1 天 01:01:01')
    expect(countdown(-5, 'en')).toBe('00:00:00')
  })
})
