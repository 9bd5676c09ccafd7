import { parseAmount } from '@zhanggui/kernel'
import type { FieldKind } from '../../src/index.ts'

/** Yuan as they are written, in fen. */
export function fen(text: string): number {
  const amount = parseAmount(text)
  if (!amount.ok) throw new Error(`${text} is not an amount`)
  return amount.value
}

/** `85%` or `1.8%` in basis points. */
const bp = (text: string): number => Math.round(Number(text.replace('%', '')) * 100)
const list = (text: string): string[] => text.split(/[,、]/)
const pair = (text: string, by: string): [string, string] => {
  const [left = '', right = ''] = text.split(by)
  return [left, right]
}
const threshold = (text: string) =>
  text.endsWith('件') ? { minUnits: Number(text.slice(0, -1)) } : { minCents: fen(text) }
const counted = (text: string): [string, number] => {
  const [name, units] = pair(text, '×')
  return [name, Number(units)]
}

function gift(text: string) {
  const [first = '', ...instead] = text.split('/')
  const [skuId, units] = counted(first)
  return { skuId, units, ...(instead.length > 0 && { instead }) }
}

const READERS: Record<FieldKind, (text: string) => unknown> = {
  cents: fen,
  bp,
  count: Number,
  text: (text) => text,
  instant: (text) => text,
  yesNo: (text) => text === '是',
  skuList: list,
  regionList: list,
  spendTiers: (text) =>
    list(text).map((row) => {
      const [min, cut] = pair(row, '-')
      return { minCents: fen(min), cutCents: fen(cut) }
    }),
  unitsTiers: (text) =>
    list(text).map((row) => {
      const [min, cut] = pair(row, '件-')
      return { minUnits: Number(min), cutCents: fen(cut) }
    }),
  percentTiers: (text) =>
    list(text).map((row) => {
      const [min, share] = pair(row, ':')
      return { ...threshold(min), payBp: bp(share) }
    }),
  memberTiers: (text) =>
    list(text).map((row) => {
      const [tier, price] = pair(row, ':')
      return { tier: Number(tier), ...(price.endsWith('%') ? { payBp: bp(price) } : { priceCents: fen(price) }) }
    }),
  rebateTiers: (text) =>
    list(text).map((row) => {
      const [min, card] = pair(row, ':')
      return { minCents: fen(min), cardCents: fen(card) }
    }),
  giftTiers: (text) =>
    list(text).map((row) => {
      const [min, gifts] = pair(row, ':')
      return { ...threshold(min), gifts: gifts.split('+').map(gift) }
    }),
  choiceTiers: (text) =>
    list(text).map((row) => {
      const [min, units] = pair(row, ':')
      return { ...threshold(min), units: Number(units) }
    }),
  nthSteps: (text) =>
    list(text).map((row) => {
      const [nth, share] = pair(row, ':')
      return { nth: Number(nth), payBp: bp(share) }
    }),
  skuPrices: (text) =>
    list(text).map((row) => {
      const [skuId, price] = pair(row, ':')
      return { skuId, priceCents: fen(price) }
    }),
  bundleParts: (text) =>
    text.split('+').map((row) => {
      const [skuIds, units] = counted(row)
      return { skuIds: skuIds.split('/'), units }
    }),
  boxItems: (text) =>
    list(text).map((row) => {
      const [skuId = '', value = '', odds = ''] = row.split(':')
      return { skuId, valueCents: fen(value), oddsPpm: bp(odds) * 100 }
    }),
  couponList: (text) =>
    list(text).map((row) => {
      const [couponRuleId, count] = counted(row)
      return { couponRuleId, count }
    }),
  rateList: (text) =>
    list(text).map((row) => {
      const [times, fee] = pair(row, ':')
      return { times: Number(times), feeBp: bp(fee) }
    }),
}

export const readValue = (kind: FieldKind, text: string): unknown => READERS[kind](text)
