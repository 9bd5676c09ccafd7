import type { Language } from '../../../locale/strings.ts'

/** Parameters of rows, which presets do not name one by one. */
const NAMES: Record<string, { zh: string; en: string }> = {
  minCents: { zh: '满', en: 'From' },
  cutCents: { zh: '减', en: 'Off' },
  minUnits: { zh: '满件数', en: 'From units' },
  units: { zh: '件数', en: 'Units' },
  payBp: { zh: '付', en: 'Pay' },
  cutBp: { zh: '减', en: 'Off' },
  priceCents: { zh: '价格', en: 'Price' },
  unitCents: { zh: '单价', en: 'Unit price' },
  skuId: { zh: '商品', en: 'Item' },
  tier: { zh: '等级', en: 'Tier' },
  minTier: { zh: '等级不低于', en: 'Tier from' },
  instalments: { zh: '期数', en: 'Instalments' },
  feeBp: { zh: '费率', en: 'Fee' },
  cardCents: { zh: '返', en: 'Card' },
  times: { zh: '期数', en: 'Instalments' },
  valueCents: { zh: '价值', en: 'Value' },
  oddsPpm: { zh: '概率（百万分之）', en: 'Odds in a million' },
  count: { zh: '张数', en: 'Count' },
  couponRuleId: { zh: '券规则', en: 'Rule of the coupon' },
  gifts: { zh: '赠品', en: 'Gifts' },
  instead: { zh: '缺货时换', en: 'Instead' },
  skuIds: { zh: '商品', en: 'Goods' },
  quantity: { zh: '数量', en: 'Quantity' },
  stock: { zh: '库存', en: 'Stock' },
  nth: { zh: '第几件', en: 'Which unit' },
}

export const paramName = (key: string, language: Language): string => NAMES[key]?.[language] ?? key
