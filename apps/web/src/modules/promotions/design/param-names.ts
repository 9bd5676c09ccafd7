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
  quantity: { zh: '数量', en: 'Quantity' },
  stock: { zh: '库存', en: 'Stock' },
  nth: { zh: '第几件', en: 'Which unit' },
}

export const paramName = (key: string, language: Language): string => NAMES[key]?.[language] ?? key
