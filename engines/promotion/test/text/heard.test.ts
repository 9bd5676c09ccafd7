import { describe, expect, it } from 'vitest'
import { HEARD_WORDS, heardIn } from '../../src/index.ts'

describe('what buyers say of the rules', () => {
  it.each([
    ['满减规则太复杂，算不清到底多少钱', 'complicated'],
    ['东西不错，就是套路太多', 'complicated'],
    ['规则简单，直接减', 'plain'],
    ['没有套路，价格实在', 'plain'],
    ['优惠不算太复杂', undefined],
    ['规则简单，可是凑单麻烦', 'complicated'],
    ['物流很快', undefined],
    ['', undefined],
  ] as const)('[P6.34] %s', (text, heard) => {
    expect(heardIn(text)).toBe(heard)
  })

  it('[P6.34] every word by itself is heard', () => {
    expect(HEARD_WORDS.filter((word) => heardIn(word) === undefined)).toEqual([])
  })
})
