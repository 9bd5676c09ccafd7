import type { BusinessDay } from '@zhanggui/kernel'
import { count, day, money, rows, text, type ValuesOf } from '../programme/field.ts'

export const model = text('型号', 'Model', 'phone-12', { max: 80 })
export const grade = text('成色', 'Grade', '良好', { max: 40 })

export const TRADE_IN_TERMS = {
  fromDay: day('开始日', 'First day', 0),
  throughDay: day('结束日（含）', 'Last day', 30),
  quotes: rows('估价表', 'Quotes', {
    fields: { model, grade, worthCents: money('估价', 'Worth', 80_000) },
    example: [
      { model: 'phone-12', grade: '良好', worthCents: 80_000 },
      { model: 'phone-12', grade: '有划痕', worthCents: 50_000 },
      { model: 'phone-12', grade: '不符', worthCents: 0 },
    ],
    max: 500,
  }),
  subsidyCents: money('每件补贴', 'Subsidy each', 20_000),
  budgetCents: money('补贴预算', 'Budget of subsidies', 2_000_000),
  sendDays: count('几天内寄出', 'Days for sending', 7, { min: 1, max: 60 }),
  answerDays: count('几天内确认验机结果', 'Days for the answer', 3, { min: 1, max: 30 }),
  perBuyerMax: count('每人限几件', 'Items a buyer', 1, { min: 1, max: 100 }),
}
export type TradeInTerms = ValuesOf<typeof TRADE_IN_TERMS>

/** `subsidyCents`: promised or given; what is withdrawn is free again. */
export type TradeInDesk = { quoted: number; subsidyCents: number; recycled: number; recycledCents: number }

export type TradeIn = {
  model: string
  grade: string
  estimateCents: number
  /** Paid by the campaign on top of the old item's worth; withdrawn when no item comes, or one that is worth nothing. */
  subsidyCents: number
  sendByDay: BusinessDay
  tracking: string | null
  found: { grade: string; worthCents: number } | null
  status: 'estimated' | 'sent' | 'offered' | 'settled' | 'declined' | 'lapsed'
}

/** What an item of a model is worth in a grade, as published; null when it is not in the table. */
export const worthOf = ({ quotes }: TradeInTerms, asked: { model: string; grade: string }): number | null =>
  quotes.find((quote) => quote.model === asked.model && quote.grade === asked.grade)?.worthCents ?? null
