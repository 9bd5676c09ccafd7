import { expect, test } from 'vitest'
import { clockText, minuteOf } from './clock-text.ts'

test.each([
  ['09:30', 570],
  ['00:00', 0],
  ['23:59', 1439],
])('%s is minute %i of the day, both ways', (text, minute) => {
  expect([clockText(minute), minuteOf(text)]).toEqual([text, minute])
})

test.each(['24:00', '9:60', 'soon', ''])('"%s" is no time', (text) => {
  expect(minuteOf(text)).toBe(null)
})
