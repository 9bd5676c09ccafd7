import { defineResource } from '../../admin/resources/define-resource.ts'
import { dayField, integerField, textField } from '../../admin/resources/resource-fields.ts'
import { RANK_SUBJECT_FIELDS, RANK_SUBJECT_KEYS } from './rank-fields.ts'

/**
 * Ranks as the platform's own desk shows them, entered by hand or from its file, with where they were read (P9.11). Nothing is
 * scraped.
 */
export const RANK_READINGS = defineResource({
  id: 'rank-readings',
  nameZh: '排名记录',
  nameEn: 'Rank readings',
  area: 'insight',
  fields: {
    day: dayField({ nameZh: '日期', nameEn: 'Day', required: true, headers: ['统计日期', '查询日期'] }),
    ...RANK_SUBJECT_FIELDS,
    rank: integerField({
      nameZh: '名次',
      nameEn: 'Rank',
      min: 1,
      max: 10_000,
      headers: ['排名', '搜索排名', '行业排名', '类目排名'],
      helpZh: '留空表示没有出现在看过的范围里',
      helpEn: 'Empty: not among those that were looked at',
    }),
    depth: integerField({
      nameZh: '看到第几名',
      nameEn: 'Looked at the first',
      required: true,
      min: 1,
      max: 10_000,
      headers: ['查看深度'],
      helpZh: '如 前 100 名写 100',
      helpEn: 'Such as 100',
    }),
    source: textField({
      nameZh: '来源',
      nameEn: 'Source',
      required: true,
      max: 200,
      helpZh: '如 生意参谋 → 市场 → 搜索排行',
      helpEn: 'Such as the market page of the platform’s desk',
    }),
  },
  keyFields: ['day', ...RANK_SUBJECT_KEYS],
  rules: [
    {
      field: 'rank',
      holds: ({ rank, depth }) => typeof rank !== 'number' || typeof depth !== 'number' || rank <= depth,
      zh: '不能大于看过的名次；请改正其中一个',
      en: 'lies below what was looked at; correct one of them',
    },
  ],
  permissions: { read: 'plan:read', write: 'live:act' },
})
