import { expect, test } from 'vitest'
import { cockpitQuestions } from './cockpit-questions.ts'

const kpis = [
  { id: 'paid', grain: 'minute' },
  { id: 'refundRate', grain: 'day' },
]
const month = { from: '2026-11-01', to: '2026-12-01' }
const day = { from: '2026-11-11', to: '2026-11-12' }

test('over a month the trend shares its question with the small courses', () => {
  const ask = cockpitQuestions(month, 'yoy', kpis)
  expect(ask.trend({ id: 'refundRate', grain: 'day' })).toEqual(ask.course)
  expect(ask.course).toMatchObject({ metrics: ['paid', 'refundRate'], by: ['day'], compare: 'yoy', fillGaps: true })
})

test('within a day, figures that exist by the day only are never asked by the hour', () => {
  const ask = cockpitQuestions(day, 'previous', kpis)
  expect(ask.course).toMatchObject({ metrics: ['paid'], by: ['hour'] })
  expect(ask.trend({ id: 'refundRate', grain: 'day' })).toMatchObject({ metrics: ['refundRate'], by: ['day'] })
  expect(ask.refunds.by).toEqual(['day'])
})

test('without a comparison none is asked', () => {
  const ask = cockpitQuestions(month, 'none', kpis)
  for (const request of [ask.totals, ask.course, ask.channels, ask.refunds])
    expect(request).not.toHaveProperty('compare')
})
