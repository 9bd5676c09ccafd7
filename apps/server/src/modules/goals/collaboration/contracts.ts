import { isBusinessDay } from '@zhanggui/kernel'
import { defineResource } from '../../admin/resources/define-resource.ts'
import {
  dayField,
  integerField,
  longTextField,
  moneyField,
  ratioField,
  type TextRule,
  textField,
} from '../../admin/resources/resource-fields.ts'

/** Years that a contract runs at least (P16.04), unless the contract itself names another figure. Source: requirement ledger. */
export const CONTRACT_YEARS_MIN = 2

const splitDays = (text: string): string[] => text.split(/[,，、;；\s]+/).filter((day) => day !== '')

const DAYS_EXIST: TextRule = {
  holds: (text) => splitDays(text).every(isBusinessDay),
  zh: '应为 YYYY-MM-DD 的日期，用逗号分隔',
  en: 'must be days YYYY-MM-DD, parted by commas',
}

/** What the agency and the merchant have signed (P16.04). The last day counts, as contracts write it. */
export const CONTRACTS = defineResource({
  id: 'contracts',
  nameZh: '代运营合同',
  nameEn: 'Contracts',
  area: 'goals',
  fields: {
    number: textField({ nameZh: '合同编号', nameEn: 'Number', required: true, max: 80 }),
    merchant: textField({ nameZh: '商家', nameEn: 'Merchant', required: true, max: 120 }),
    fromDay: dayField({ nameZh: '开始日', nameEn: 'First day', required: true, headers: ['生效日期'] }),
    lastDay: dayField({ nameZh: '到期日', nameEn: 'Last day', required: true, headers: ['截止日期', '终止日期'] }),
    yearsMin: integerField({
      nameZh: '最短年限',
      nameEn: 'Years at least',
      min: 1,
      max: 20,
      helpZh: `留空按 ${CONTRACT_YEARS_MIN} 年检查`,
      helpEn: `Empty: checked against ${CONTRACT_YEARS_MIN} years`,
    }),
    stages: longTextField({ nameZh: '合作阶段', nameEn: 'Stages' }),
    goals: longTextField({ nameZh: '约定目标', nameEn: 'Goals agreed' }),
    feeCents: moneyField({ nameZh: '每月服务费', nameEn: 'Fee a month', permission: 'profit:read' }),
    commissionRate: ratioField({ nameZh: '销售提成', nameEn: 'Commission on sales', permission: 'profit:read' }),
    reviewDays: textField({
      nameZh: '复盘日期',
      nameEn: 'Review days',
      max: 500,
      rule: DAYS_EXIST,
      helpZh: '如 2027-06-30, 2027-12-31',
      helpEn: 'Such as 2027-06-30, 2027-12-31',
    }),
    note: longTextField({ nameZh: '备注', nameEn: 'Note' }),
  },
  keyFields: ['number'],
  rules: [
    {
      field: 'lastDay',
      holds: ({ fromDay, lastDay }) => String(fromDay) <= String(lastDay),
      zh: '到期日不能早于开始日；请改正其中一个日期',
      en: 'The last day lies before the first; correct one of them',
    },
    {
      field: 'reviewDays',
      holds: ({ fromDay, lastDay, reviewDays }) =>
        typeof reviewDays !== 'string' ||
        splitDays(reviewDays).every((day) => String(fromDay) <= day && day <= String(lastDay)),
      zh: '复盘日期应在合同期内；请改日期，或先改合同的起止',
      en: 'Review days lie within the contract; move them, or change its term first',
    },
  ],
  states: [
    { id: 'draft', nameZh: '拟订', nameEn: 'Draft', next: ['signed'] },
    { id: 'signed', nameZh: '已签', nameEn: 'Signed', next: ['ended'] },
    { id: 'ended', nameZh: '已终止', nameEn: 'Ended', next: [] },
  ],
  permissions: { read: 'plan:read', write: 'plan:approve' },
})
