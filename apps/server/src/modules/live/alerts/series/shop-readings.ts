import { defineResource } from '../../../admin/resources/define-resource.ts'
import { choiceField, dayField, ratioField, textField } from '../../../admin/resources/resource-fields.ts'

/** Figures that the platform shows and exports nowhere else; entered by hand or from a sheet, with where they were read. */
export const READINGS = [
  { id: 'dsrDescription', nameZh: '描述相符评分', nameEn: 'Description score', unit: 'score' },
  { id: 'dsrService', nameZh: '服务态度评分', nameEn: 'Service score', unit: 'score' },
  { id: 'dsrLogistics', nameZh: '物流服务评分', nameEn: 'Logistics score', unit: 'score' },
  { id: 'shopTier', nameZh: '店铺层级', nameEn: 'Shop tier', unit: 'score' },
  { id: 'qualityReturnRate', nameZh: '品质退款率', nameEn: 'Returns for quality', unit: 'ratio' },
  { id: 'complaintRate', nameZh: '投诉率', nameEn: 'Complaint rate', unit: 'ratio' },
] as const

/** Scores of the shop against its industry, day by day (P9.09). */
export const SHOP_READINGS = defineResource({
  id: 'shop-readings',
  nameZh: '店铺评分',
  nameEn: 'Shop scores',
  area: 'live',
  fields: {
    day: dayField({ nameZh: '日期', nameEn: 'Day', required: true }),
    reading: choiceField({
      nameZh: '项目',
      nameEn: 'Score',
      required: true,
      choices: READINGS.map(({ id, nameZh, nameEn }) => ({ value: id, nameZh, nameEn })),
    }),
    value: ratioField({ nameZh: '本店', nameEn: 'The shop', required: true, max: 1000 }),
    industry: ratioField({
      nameZh: '行业均值',
      nameEn: 'Mean of the industry',
      max: 1000,
      helpZh: '低于它就是“飘绿”',
      helpEn: 'Below it the score shows green',
    }),
    source: textField({
      nameZh: '来源',
      nameEn: 'Source',
      max: 200,
      helpZh: '如 千牛首页',
      helpEn: 'Such as the desk page',
    }),
  },
  keyFields: ['day', 'reading'],
  permissions: { read: 'plan:read', write: 'live:act' },
})
