import { RANK_LEVERS } from '@zhanggui/analysis'
import { findPractices } from '@zhanggui/plan'
import { defineResource } from '../../admin/resources/define-resource.ts'
import { choiceField, dayField, textField } from '../../admin/resources/resource-fields.ts'
import { RANK_SUBJECT_FIELDS, RANK_SUBJECT_KEYS } from './rank-fields.ts'

/** What was done for a rank, by one of the lawful levers. Made-up sales, searches and favourites are refused, in whatever words. */
export const RANK_ACTIONS = defineResource({
  id: 'rank-actions',
  nameZh: '排名动作',
  nameEn: 'Done for ranks',
  area: 'insight',
  fields: {
    day: dayField({ nameZh: '日期', nameEn: 'Day', required: true }),
    ...RANK_SUBJECT_FIELDS,
    lever: choiceField({
      nameZh: '手段',
      nameEn: 'Lever',
      required: true,
      choices: RANK_LEVERS.map(({ id, nameZh, nameEn }) => ({ value: id, nameZh, nameEn })),
    }),
    what: textField({
      nameZh: '做了什么',
      nameEn: 'What was done',
      required: true,
      max: 400,
      rule: {
        holds: (text) => findPractices(text).length === 0,
        zh: '写的是虚构交易、评价或人气，法律不允许；请换成合规的做法',
        en: 'tells of made-up sales, reviews or popularity, which the law forbids; choose a lawful way',
      },
    }),
  },
  keyFields: ['day', ...RANK_SUBJECT_KEYS, 'lever'],
  permissions: { read: 'plan:read', write: 'plan:write' },
})
