import type { Cents } from '@zhanggui/kernel'
import { foldWidth } from '@zhanggui/text'
import { AMOUNT, amountOf } from './money-words.ts'

/** A prize drawn by lot with the value that the text gives it. */
export type Prize = { quote: string; cents: Cents }

const DRAW = /抽奖|抽取|抽免单|盲盒|大奖|奖品|中奖|一等奖|特等奖|锦鲤/
const VALUE = new RegExp(
  `(?:价值|总值|奖金|现金|免单|最高)\\s*(${AMOUNT})\\s*元|(${AMOUNT})\\s*元(?:大奖|现金大奖|奖金|锦鲤|免单)`,
  'g',
)

/** Prizes of draws in a text. @example findPrizes('抽奖送价值8万元汽车')[0]?.cents // 8000000 */
export function findPrizes(text: string): Prize[] {
  const plain = foldWidth(text)
  if (!DRAW.test(plain)) return []
  return Array.from(plain.matchAll(VALUE)).flatMap((m) => {
    const cents = amountOf(m[1] ?? m[2] ?? '')
    return cents === null ? [] : [{ quote: m[0], cents }]
  })
}
