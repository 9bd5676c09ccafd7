import { expect, test } from 'vitest'
import { minuteOf, timeText } from './time-text.ts'

test('a time of day is read as it is written, with either colon, and nothing else is', () => {
  expect(['22:00', '8：05', '00:00'].map(minuteOf)).toEqual([1320, 485, 0])
  expect(['24:00', '8', '8:60', ''].map(minuteOf)).toEqual([null, null, null, null])
  expect([1320, 485, 0].map(timeText)).toEqual(['22:00', '08:05', '00:00'])
})
