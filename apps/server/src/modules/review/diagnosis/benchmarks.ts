import { defineResource } from '../../admin/resources/define-resource.ts'
import { choiceField, dayField, longTextField, ratioField, textField } from '../../admin/resources/resource-fields.ts'

/** 标杆库: what others reach, how, and what of it can be copied (P1.15). The cases of the brief stand beside the shop's own. */
export const BENCHMARKS = defineResource({
  id: 'benchmarks',
  nameZh: '标杆案例',
  nameEn: 'Benchmarks',
  area: 'review',
  fields: {
    code: textField({ nameZh: '编号', nameEn: 'Number', required: true, max: 60 }),
    name: textField({ nameZh: '标杆', nameEn: 'Benchmark', required: true, max: 200 }),
    metric: textField({
      nameZh: '指标',
      nameEn: 'Metric',
      required: true,
      max: 80,
      helpZh: '指标编号，如 cvr；行业转化率就登记为 cvr',
      helpEn: 'Id of a metric, such as cvr: an industry conversion is a cvr',
    }),
    basis: choiceField({
      nameZh: '对照方式',
      nameEn: 'Compared as',
      required: true,
      choices: [
        { value: 'value', nameZh: '数值本身', nameEn: 'Value itself' },
        { value: 'growth', nameZh: '同比变化', nameEn: 'Change on last year' },
      ],
    }),
    target: ratioField({
      nameZh: '标杆值',
      nameEn: 'Figure',
      required: true,
      min: -1e12,
      max: 1e12,
      helpZh: '0.035 或 3.5%；金额以元计',
      helpEn: '0.035 or 3.5%; money in yuan',
    }),
    mechanism: longTextField({ nameZh: '做法', nameEn: 'How' }),
    action: longTextField({ nameZh: '可以照搬的动作', nameEn: 'What to copy' }),
    source: textField({ nameZh: '来源', nameEn: 'Source', required: true, max: 300 }),
    sourceDay: dayField({ nameZh: '来源日期', nameEn: 'Date of the source', required: true }),
  },
  keyFields: ['code'],
  states: [
    { id: 'current', nameZh: '有效', nameEn: 'Current', next: ['withdrawn'] },
    { id: 'withdrawn', nameZh: '已撤回', nameEn: 'Withdrawn', next: ['current'] },
  ],
  permissions: { read: 'plan:read', write: 'plan:write' },
})
