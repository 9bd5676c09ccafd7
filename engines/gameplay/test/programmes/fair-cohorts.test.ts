import { type BusinessDay, parseDay } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import { lifetimeOf, matchByMonth, type Span } from '../../src/index.ts'

const day = (text: string): BusinessDay => parseDay(text)
const span = (firstDay: string, lastDay = firstDay): Span => ({ firstDay: day(firstDay), lastDay: day(lastDay) })
const at = { today: day('2026-06-30'), graceDays: 30 }

describe('fair cohorts', () => {
  it.each([
    ['bought lately: still there, for as long as they were watched', span('2026-05-01', '2026-06-10'), 60, false],
    ['the last day of grace is not over', span('2026-05-01', '2026-05-31'), 60, false],
    ['nothing came for longer: left on the last day', span('2026-05-01', '2026-05-30'), 29, true],
    ['bought once, long ago: left at once', span('2026-01-01'), 0, true],
  ])('[P6.26] %s', (_rule, given, days, hasLeft) => expect(lifetimeOf(given, at)).toEqual({ days, hasLeft }))

  it('[P6.26] the singles have the mix of months of the subscribers; a month without singles is told with 0', () => {
    const sought = [...Array(4).fill(span('2026-01-05')), ...Array(2).fill(span('2026-02-05')), span('2026-03-05')]
    const offered = [...Array(6).fill(span('2026-01-07')), ...Array(9).fill(span('2026-02-07')), span('2025-12-31')]
    const { drawn, months } = matchByMonth({ sought, offered })
    expect(months).toEqual([
      { month: '2026-01', sought: 4, drawn: 6 },
      { month: '2026-02', sought: 2, drawn: 3 },
      { month: '2026-03', sought: 1, drawn: 0 },
    ])
    expect(drawn).toHaveLength(9)
  })

  it('[P6.26] where nobody is offered nobody is drawn', () => {
    expect(matchByMonth({ sought: [span('2026-01-05')], offered: [] }).drawn).toEqual([])
    expect(matchByMonth({ sought: [], offered: [span('2026-01-05')] })).toEqual({ drawn: [], months: [] })
  })
})
