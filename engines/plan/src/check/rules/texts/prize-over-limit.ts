import { findPrizes } from '../../../scan/prizes.ts'
import { inTexts } from '../../in-texts.ts'
import { defineRule } from '../../rule.ts'
import { yuan } from '../../words.ts'

const tooDear = (text: string) =>
  findPrizes(text)
    .filter(({ cents }) => cents > PRIZE_MAX_CENTS)
    .map(({ quote, cents }) => ({ quote, prizeCents: cents, limitCents: PRIZE_MAX_CENTS }))

/** Highest value of a prize drawn by lot, in fen. Source: requirement ledger P6.36; a legal parameter to be confirmed. */
const PRIZE_MAX_CENTS = 5_000_000

export const prizeOverLimit = defineRule({
  id: 'prize-over-limit',
  level: 'error',
  rows: ['P6.36'],
  find: (view) => inTexts(view, tooDear),
  messageZh: (f) => `抽奖奖品“${f.quote}”价值 ${yuan(f.prizeCents)}，超过 ${yuan(f.limitCents)}`,
  messageEn: (f) => `The prize "${f.quote}" is worth ${yuan(f.prizeCents)}, more than ${yuan(f.limitCents)}`,
  suggestionZh: '降低奖品价值，或改为非抽奖的形式；限额请与法务确认',
  suggestionEn: 'Lower its value or give it without a draw; confirm the limit with counsel',
})
