import type { WordsIn } from '../conditions/describe-condition.ts'

type Words = Record<WordsIn, string>

/** Events that the system itself reports; a shop may name its own. */
export const PLAYBOOK_EVENTS: Readonly<Record<string, Words>> = {
  'sold-out': { zh: '展示中的商品售罄', en: 'an item on show sells out' },
  'rival-price-cut': { zh: '竞品降价', en: 'a rival cuts a price' },
  'ad-fault': { zh: '投放故障（链接失效、素材被拒、成本突增）', en: 'an advertisement is broken' },
  'promotion-loss': { zh: '优惠出现亏损或设置错误', en: 'a promotion loses money or is wrong' },
  'crisis-words': { zh: '危机词集中出现', en: 'crisis words burst' },
  'payment-failure': { zh: '支付渠道故障', en: 'a payment partner fails' },
  'site-failure': { zh: '机房故障', en: 'a site fails' },
  'carrier-failure': { zh: '物流商故障', en: 'a carrier fails' },
  'creator-failure': { zh: '主播失约或翻车', en: 'a creator fails' },
}

const LADDERS: Readonly<Record<string, Words>> = {
  crisis: { zh: '危机', en: 'crisis' },
  complaint: { zh: '投诉', en: 'complaint' },
  'merchant-plan': { zh: '商家预案', en: 'merchant plan' },
}

export type NameKind = 'event' | 'ladder' | 'role'

/** What people call a thing that a playbook holds by its id. Roles are the caller's to name. */
export type Naming = (kind: NameKind, id: string, language: WordsIn) => string

/** Names what this engine knows, and leaves the rest as it is. */
export const ownNames: Naming = (kind, id, language) =>
  (kind === 'event' ? PLAYBOOK_EVENTS : kind === 'ladder' ? LADDERS : {})[id]?.[language] ?? id
