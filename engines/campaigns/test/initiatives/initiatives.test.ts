import { parseDay } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import { judgeEffect, markMilestone, readMilestones } from '../../src/index.ts'

const TEXT = '✓ 2026-11-01 选定 200 款\n2026-11-10 拍摄完成\n\n2026/11/25：主图上线\n2027-01-10 复盘\n培训美工'
const today = parseDay('2026-11-18')

describe('[P3.26] milestones of an initiative', () => {
  it('a line each, with its day and where it stands', () =>
    expect(readMilestones(TEXT, today).map(({ line, day, what, state }) => [line, day, what, state])).toEqual([
      [0, '2026-11-01', '选定 200 款', 'done'],
      [1, '2026-11-10', '拍摄完成', 'late'],
      [3, '2026-11-25', '主图上线', 'due'],
      [4, '2027-01-10', '复盘', 'open'],
      [5, null, '培训美工', 'open'],
    ]))
  it('marking one and taking it back leaves every other line as it was', () => {
    const marked = markMilestone(TEXT, { line: 1, done: true }) ?? ''
    expect(readMilestones(marked, today)[1]?.state).toBe('done')
    expect(markMilestone(marked, { line: 1, done: false })).toBe(TEXT)
  })
  it.each([
    ['a blank line', 2],
    ['a line that is not there', 9],
  ])('%s cannot be marked', (_what, line) => expect(markMilestone(TEXT, { line, done: true })).toBeNull())
  it('a day that does not exist is part of the words', () =>
    expect(readMilestones('2026-02-30 上线', today)[0]).toMatchObject({ day: null, what: '2026-02-30 上线' }))
})

describe('[P3.26] what a measured effect says', () => {
  const measured = { effect: 30, low: 10, high: 50, share: 0.25 }
  it.each([
    ['bounds above zero, aim reached', measured, 28, 0.2, 'reached'],
    ['bounds above zero, aim not reached', measured, 28, 0.3, 'works'],
    ['bounds above zero, no aim', measured, 28, null, 'works'],
    ['bounds around zero', { ...measured, low: -1 }, 28, 0.2, 'unproven'],
    ['bounds that touch zero', { ...measured, low: 0 }, 28, 0.2, 'unproven'],
    ['bounds below zero', { effect: -3, low: -5, high: -1, share: -0.1 }, 28, 0.2, 'harms'],
    ['less than a week', measured, 6, 0.2, 'tooEarly'],
    ['no control', { effect: null, low: null, high: null, share: null }, 28, 0.2, 'unknown'],
  ] as const)('%s', (_what, effect, afterDays, target, verdict) =>
    expect(judgeEffect(effect, { afterDays, target })).toBe(verdict),
  )
})
