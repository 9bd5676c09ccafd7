import * as fields from './fields.ts'
import type { Preset } from './preset.ts'

export const PAYMENT_PRESETS: readonly Preset[] = [
  {
    preset: 'alipayPacket',
    family: 'payment',
    zh: '支付宝红包',
    en: 'Alipay red packet',
    lineZh: '支付时抵扣，支付宝承担',
    lineEn: 'Taken off when paying, borne by Alipay',
    mechanic: 'redPacket',
    rule: {
      level: 'payment',
      needsClaim: true,
      when: { paymentMethods: ['alipay'] },
      payers: [{ payer: 'partner', bp: 10_000 }],
    },
    fields: [fields.mostCents],
  },
  {
    preset: 'bankCut',
    family: 'payment',
    zh: '银行满减',
    en: 'Bank reduction',
    lineZh: '用指定银行卡付满减，银行承担',
    lineEn: 'So much off for cards of a bank, borne by it',
    mechanic: 'spendAndSave',
    rule: {
      level: 'payment',
      group: 'bank',
      when: { paymentMethods: ['bank'] },
      payers: [{ payer: 'bank', bp: 10_000 }],
    },
    fields: [fields.oneSpendTier],
  },
  {
    preset: 'instalments',
    family: 'payment',
    zh: '分期免息',
    en: 'Instalments without interest',
    lineZh: '买家免息，费用由商家承担',
    lineEn: 'No interest for the buyer, the fee borne by the seller',
    mechanic: 'instalments',
    rule: {},
    fields: [fields.rates],
  },
  {
    preset: 'tradeInValue',
    family: 'payment',
    zh: '旧品抵扣',
    en: 'Value of the old thing',
    lineZh: '估价直接抵货款',
    lineEn: 'The estimate is set off at once',
    mechanic: 'tradeInValue',
    rule: { needsTicket: true, payers: [{ payer: 'partner', bp: 10_000 }] },
    fields: [fields.mostCents],
  },
]
