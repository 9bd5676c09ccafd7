import { defineResource } from '../../resources/define-resource.ts'
import { choiceField, dayField, integerField, ratioField, textField } from '../../resources/resource-fields.ts'
import { REPORTED_FIGURES } from './reported-figures.ts'

/** Figures of a contract that stand in no import of the shop, each with its source (P4.15). */
export const PARTNER_READINGS = defineResource({
  id: 'partner-readings',
  nameZh: '合作方履约数据',
  nameEn: 'Reported figures of partners',
  area: 'admin',
  fields: {
    contract: textField({ nameZh: '合同编号', nameEn: 'Number of the contract', required: true, max: 80 }),
    figure: choiceField({
      nameZh: '指标',
      nameEn: 'Figure',
      required: true,
      choices: REPORTED_FIGURES.map(({ id, nameZh, nameEn }) => ({ value: id, nameZh, nameEn })),
    }),
    day: dayField({
      nameZh: '周期首日',
      nameEn: 'First day of the period',
      required: true,
      helpZh: '周一，或每月 1 日',
      helpEn: 'A Monday, or the first of a month',
    }),
    value: ratioField({
      nameZh: '数值',
      nameEn: 'Value',
      required: true,
      max: 1e12,
      helpZh: '比率写 95%，金额写分',
      helpEn: 'Rates as 95%, money in fen',
    }),
    sample: integerField({ nameZh: '样本数', nameEn: 'Cases', min: 0, max: 1_000_000_000, headers: ['单量'] }),
    source: textField({
      nameZh: '来源',
      nameEn: 'Source',
      required: true,
      max: 200,
      helpZh: '如 物流管家 11 月第 1 周报表',
      helpEn: 'Such as the weekly report of the carrier',
    }),
  },
  keyFields: ['contract', 'figure', 'day'],
  permissions: { read: 'plan:read', write: 'live:act' },
})
