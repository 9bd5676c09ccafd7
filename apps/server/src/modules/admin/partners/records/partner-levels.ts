import { METRICS } from '@zhanggui/metrics'
import { defineResource } from '../../resources/define-resource.ts'
import { choiceField, integerField, ratioField, textField } from '../../resources/resource-fields.ts'
import { REPORTED_FIGURES } from './reported-figures.ts'

const CATALOGUE = METRICS.filter(({ permission, kind }) => permission === 'metrics:read' && kind !== 'snapshot')

/** Figures that a service level can be agreed on: those that are reported, then the catalogue. */
export const LEVEL_FIGURES = [...REPORTED_FIGURES, ...CATALOGUE]

/** A service level of a contract: which figure, how much, judged by the week or by the month (P4.15). */
export const PARTNER_LEVELS = defineResource({
  id: 'partner-levels',
  nameZh: '合作方服务标准',
  nameEn: 'Service levels of partners',
  area: 'admin',
  fields: {
    contract: textField({
      nameZh: '合同编号',
      nameEn: 'Number of the contract',
      required: true,
      max: 80,
    }),
    figure: choiceField({
      nameZh: '指标',
      nameEn: 'Figure',
      required: true,
      choices: LEVEL_FIGURES.map(({ id, nameZh, nameEn }) => ({ value: id, nameZh, nameEn })),
    }),
    op: choiceField({
      nameZh: '要求',
      nameEn: 'Asked for',
      required: true,
      choices: [
        { value: 'atLeast', nameZh: '不低于', nameEn: 'At least' },
        { value: 'atMost', nameZh: '不高于', nameEn: 'At most' },
      ],
    }),
    target: ratioField({
      nameZh: '标准值',
      nameEn: 'Level',
      required: true,
      max: 1e12,
      helpZh: '比率写 95%，金额写分，时长写秒',
      helpEn: 'Rates as 95%, money in fen, times in seconds',
    }),
    grain: choiceField({
      nameZh: '考核周期',
      nameEn: 'Judged by',
      required: true,
      choices: [
        { value: 'week', nameZh: '自然周', nameEn: 'Week' },
        { value: 'month', nameZh: '自然月', nameEn: 'Month' },
      ],
    }),
    weight: integerField({
      nameZh: '权重',
      nameEn: 'Weight',
      min: 1,
      max: 100,
      helpZh: '留空为 1',
      helpEn: 'Empty: 1',
    }),
    sampleMin: integerField({
      nameZh: '最小样本',
      nameEn: 'Cases at least',
      min: 0,
      max: 10_000_000,
      helpZh: '样本更少的周期不判定',
      helpEn: 'Periods with fewer cases are not judged',
    }),
  },
  keyFields: ['contract', 'figure', 'grain'],
  permissions: { read: 'plan:read', write: 'plan:approve' },
})
