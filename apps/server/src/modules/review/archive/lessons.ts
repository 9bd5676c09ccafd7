import { defineResource } from '../../admin/resources/define-resource.ts'
import { choiceField, dayField, longTextField, textField } from '../../admin/resources/resource-fields.ts'

/** What was learnt and should be known before the next campaign of the kind (P14.13). */
export const LESSONS = defineResource({
  id: 'lessons',
  nameZh: '经验',
  nameEn: 'Lessons',
  area: 'review',
  fields: {
    title: textField({ nameZh: '经验', nameEn: 'Lesson', required: true, max: 200 }),
    text: longTextField({
      nameZh: '内容',
      nameEn: 'What happened and what to do',
      required: true,
      helpZh: '发生了什么、为什么、下次怎么做',
      helpEn: 'What happened, why, and what to do next time',
    }),
    campaign: textField({ nameZh: '来自活动', nameEn: 'From campaign', max: 80, helpZh: '活动编号', helpEn: 'Its id' }),
    mechanics: textField({
      nameZh: '玩法',
      nameEn: 'Mechanics',
      max: 300,
      helpZh: '用逗号分隔',
      helpEn: 'Parted by commas',
    }),
    categories: textField({
      nameZh: '类目',
      nameEn: 'Categories',
      max: 300,
      helpZh: '用逗号分隔',
      helpEn: 'Parted by commas',
    }),
    season: choiceField({
      nameZh: '季节',
      nameEn: 'Season',
      choices: [
        { value: 'spring', nameZh: '春', nameEn: 'Spring' },
        { value: 'summer', nameZh: '夏', nameEn: 'Summer' },
        { value: 'autumn', nameZh: '秋', nameEn: 'Autumn' },
        { value: 'winter', nameZh: '冬', nameEn: 'Winter' },
      ],
    }),
    day: dayField({ nameZh: '日期', nameEn: 'Day' }),
  },
  keyFields: ['title'],
  states: [
    { id: 'current', nameZh: '有效', nameEn: 'Current', next: ['outdated'] },
    { id: 'outdated', nameZh: '已过时', nameEn: 'Outdated', next: ['current'] },
  ],
  permissions: { read: 'plan:read', write: 'plan:write' },
})
