import { expect, test } from 'vitest'
import { stepIn } from './list-row.ts'

test.each([
  ['the first step down is the first row', { length: 3, at: -1, step: 1 }, 0],
  ['the first step up is the last row', { length: 3, at: -1, step: -1 }, 2],
  ['down', { length: 3, at: 1, step: 1 }, 2],
  ['up', { length: 3, at: 1, step: -1 }, 0],
  ['the end holds', { length: 3, at: 2, step: 1 }, 2],
  ['the beginning holds', { length: 3, at: 0, step: -1 }, 0],
  ['an empty list has nowhere to go', { length: 0, at: -1, step: 1 }, -1],
  ['an empty list has nowhere to go, upwards', { length: 0, at: -1, step: -1 }, -1],
] as const)('%s', (_rule, given, answer) => {
  expect(stepIn(given)).toBe(answer)
})
