import type { FieldKind } from './preset.ts'

/** What a form asks for beside the fields of a preset. Lists of goods are a `scope`; the rest are rows or words of the rule. */
export type FrameKind = FieldKind | 'scope' | 'payers' | 'levelList' | 'channelList' | 'paymentList'

/** One field that every rule may have. `key` is its place in the rule, with dots. */
export type FrameField = { key: string; zh: string; en: string; kind: FrameKind; isRequired: boolean; example: unknown }

/** The frame of a rule, in the order a form asks for it. */
export const FRAME_FIELDS: readonly FrameField[] = [
  { key: 'name', zh: '名称', en: 'Name', kind: 'text', isRequired: true, example: '618 满减' },
  { key: 'when.from', zh: '开始', en: 'From', kind: 'instant', isRequired: false, example: '2026-06-15T12:00:00.000Z' },
  {
    key: 'when.until',
    zh: '结束',
    en: 'Until',
    kind: 'instant',
    isRequired: false,
    example: '2026-06-20T16:00:00.000Z',
  },
  { key: 'scope', zh: '参加的商品', en: 'Goods', kind: 'scope', isRequired: false, example: { categoryIds: ['女装'] } },
  {
    key: 'scope.not',
    zh: '除外的商品',
    en: 'Except',
    kind: 'scope',
    isRequired: false,
    example: { skuIds: ['sku-1'] },
  },
  { key: 'when.isNewBuyer', zh: '限新客', en: 'New buyers only', kind: 'yesNo', isRequired: false, example: true },
  { key: 'when.minTier', zh: '会员等级起', en: 'Member tier from', kind: 'count', isRequired: false, example: 2 },
  { key: 'when.channels', zh: '限渠道', en: 'Channels', kind: 'channelList', isRequired: false, example: ['live'] },
  { key: 'when.regions', zh: '限地区', en: 'Regions', kind: 'regionList', isRequired: false, example: ['上海'] },
  {
    key: 'when.paymentMethods',
    zh: '限支付方式',
    en: 'Ways to pay',
    kind: 'paymentList',
    isRequired: false,
    example: ['alipay'],
  },
  { key: 'timesPerBuyer', zh: '每人次数', en: 'Times per buyer', kind: 'count', isRequired: false, example: 1 },
  { key: 'maxCents', zh: '一单封顶', en: 'At most for an order', kind: 'cents', isRequired: false, example: 10_000 },
  { key: 'priority', zh: '优先级', en: 'Priority', kind: 'count', isRequired: false, example: 1 },
  {
    key: 'blocks',
    zh: '参加后不再享受',
    en: 'Keeps out of',
    kind: 'levelList',
    isRequired: false,
    example: ['points'],
  },
  {
    key: 'payers',
    zh: '谁承担',
    en: 'Borne by',
    kind: 'payers',
    isRequired: false,
    example: [
      { payer: 'shop', bp: 7000 },
      { payer: 'platform', bp: 3000 },
    ],
  },
]
