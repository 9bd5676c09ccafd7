import type { OpenTradeItem, TradeItemKind, TradeTerms } from '@zhanggui/contract'

/** What the form is filled in with; a field left empty is `null` or not there. */
export type OpenValues = {
  item: string
  title?: string | null
  kind: Exclude<TradeItemKind, 'bundle'>
  stock: number
  buyerLimit?: number | null
  addressLimit?: number | null
  holdMinutes?: number | null
  opensAt?: string | null
  closesAt?: string | null
  balanceFrom?: string | null
  balanceUntil?: string | null
}

const SECONDS_A_MINUTE = 60

/** What the form says, as the call takes it: what was left empty is left out. */
export function toOpenTradeItem({ item, title, kind, stock, holdMinutes, ...terms }: OpenValues): OpenTradeItem {
  const given = Object.entries({
    ...terms,
    holdSeconds: holdMinutes && holdMinutes * SECONDS_A_MINUTE,
  }).filter(([, value]) => value !== null && value !== undefined)
  return { item, title: title ?? '', kind, stock, terms: Object.fromEntries(given) as TradeTerms }
}
