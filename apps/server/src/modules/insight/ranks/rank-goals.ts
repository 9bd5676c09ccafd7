import { defineResource } from '../../admin/resources/define-resource.ts'
import { dayField, integerField, textField } from '../../admin/resources/resource-fields.ts'
import { RANK_SUBJECT_FIELDS, RANK_SUBJECT_KEYS } from './rank-fields.ts'

/** What is to stand where in which list, until when, and who answers for it (P9.11). Source: D2. */
export const RANK_GOALS = defineResource({
  id: 'rank-goals',
  nameZh: '排名目标',
  nameEn: 'Rank goals',
  area: 'insight',
  fields: {
    ...RANK_SUBJECT_FIELDS,
    goalRank: integerField({ nameZh: '目标名次', nameEn: 'Goal', required: true, min: 1, max: 10_000 }),
    byDay: dayField({ nameZh: '达成日', nameEn: 'By', required: true }),
    owner: textField({ nameZh: '负责人', nameEn: 'Owner', required: true, max: 80 }),
  },
  keyFields: RANK_SUBJECT_KEYS,
  permissions: { read: 'plan:read', write: 'plan:write' },
})
