import { describe, expect, it } from 'vitest'
import { roundToSum } from './round-to-sum.ts'

describe('whole parts that add up', () => {
  it.each([
    [[1.5, -0.5, 2], 3, [2, -1, 2]],
    [[0.4, 0.4, 0.2], 1, [1, 0, 0]],
    [[], 0, []],
  ])('%j rounded to %d', (parts, total, expected) => {
    expect(roundToSum(parts, total)).toEqual(expected)
  })
})
