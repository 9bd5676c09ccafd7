import { defineResource } from '../../admin/resources/define-resource.ts'
import { choiceField, dayField, longTextField, moneyField, textField } from '../../admin/resources/resource-fields.ts'

/** What the agency asks the merchant for (P16.03, P4.16). Bought orders are no kind. */
export const MERCHANT_REQUEST_KINDS = [
  { value: 'funds', nameZh: '资金', nameEn: 'Funds' },
  { value: 'products', nameZh: '商品', nameEn: 'Products' },
  { value: 'priceConcession', nameZh: '价格让利', nameEn: 'Price concession' },
  { value: 'highValueGoods', nameZh: '高附加值商品', nameEn: 'High-value goods' },
  { value: 'oldCustomerFunds', nameZh: '老客户费用', nameEn: 'Funds for old customers' },
  { value: 'offSiteTraffic', nameZh: '站外流量', nameEn: 'Off-site traffic' },
  { value: 'training', nameZh: '培训', nameEn: 'Training' },
  { value: 'stock', nameZh: '备货', nameEn: 'Stock' },
  { value: 'materials', nameZh: '资料素材', nameEn: 'Materials' },
  { value: 'other', nameZh: '其他', nameEn: 'Other' },
] as const

/** Requests to the merchant with due day, answer and evidence; those of an approved plan come from it by themselves. */
export const MERCHANT_REQUESTS = defineResource({
  id: 'merchant-requests',
  nameZh: '商家配合事项',
  nameEn: 'Requests to the merchant',
  area: 'goals',
  fields: {
    code: textField({
      nameZh: '编号',
      nameEn: 'Number',
      required: true,
      max: 170,
      helpZh: '来自规划的事项编号为“规划/事项”',
      helpEn: 'Requests of a plan are numbered plan/request',
    }),
    kind: choiceField({ nameZh: '类型', nameEn: 'Kind', required: true, choices: MERCHANT_REQUEST_KINDS }),
    text: longTextField({ nameZh: '事项', nameEn: 'What is asked', required: true, max: 5000, headers: ['内容'] }),
    plan: textField({ nameZh: '规划', nameEn: 'Plan', max: 80 }),
    period: textField({ nameZh: '期间', nameEn: 'Period', max: 10 }),
    amountCents: moneyField({ nameZh: '金额', nameEn: 'Amount' }),
    askedDay: dayField({ nameZh: '提出日期', nameEn: 'Asked on' }),
    dueDay: dayField({ nameZh: '答复期限', nameEn: 'Answer due', headers: ['截止日期'] }),
    owner: textField({ nameZh: '商家负责人', nameEn: 'Answers for it', max: 120 }),
    answer: longTextField({ nameZh: '商家答复', nameEn: 'Answer' }),
    answeredDay: dayField({ nameZh: '答复日期', nameEn: 'Answered on' }),
    evidence: longTextField({
      nameZh: '凭证',
      nameEn: 'Evidence',
      helpZh: '链接、单号或说明',
      helpEn: 'Link, number or words',
    }),
  },
  keyFields: ['code'],
  states: [
    { id: 'asked', nameZh: '待答复', nameEn: 'Asked', next: ['answered', 'refused'] },
    { id: 'answered', nameZh: '已答复', nameEn: 'Answered', next: ['delivered', 'refused', 'asked'] },
    { id: 'delivered', nameZh: '已兑现', nameEn: 'Delivered', next: [] },
    { id: 'refused', nameZh: '已拒绝', nameEn: 'Refused', next: ['asked'] },
  ],
  permissions: { read: 'plan:read', write: 'plan:write' },
})
