import { defineResource } from '../../admin/resources/define-resource.ts'
import {
  booleanField,
  choiceField,
  dayField,
  integerField,
  longTextField,
  ratioField,
  textField,
} from '../../admin/resources/resource-fields.ts'

const code = { max: 60, required: true }

/** 用户调研: what buyers are asked once a year, before next year is planned (P14.15). Source: D3, Q4. */
export const SURVEYS = defineResource({
  id: 'surveys',
  nameZh: '用户调研',
  nameEn: 'Surveys',
  area: 'review',
  fields: {
    code: textField({ nameZh: '编号', nameEn: 'Number', ...code }),
    name: textField({ nameZh: '名称', nameEn: 'Name', required: true, max: 200 }),
    year: integerField({
      nameZh: '调研年份',
      nameEn: 'Year',
      required: true,
      min: 2000,
      max: 2100,
      helpZh: '结论进入下一年的提纲',
      helpEn: 'What it finds goes into the outline of the year after',
    }),
    invited: integerField({ nameZh: '邀请人数', nameEn: 'People asked', min: 1, max: 1e9 }),
    closesDay: dayField({ nameZh: '截止日', nameEn: 'Closes on' }),
    intro: longTextField({ nameZh: '说明', nameEn: 'Introduction' }),
  },
  keyFields: ['code'],
  states: [
    { id: 'open', nameZh: '进行中', nameEn: 'Open', next: ['closed'] },
    { id: 'closed', nameZh: '已截止', nameEn: 'Closed', next: ['open'] },
  ],
  permissions: { read: 'plan:read', write: 'plan:write' },
})

/** Questions of surveys; each says which side of the work its answers are about. */
export const SURVEY_QUESTIONS = defineResource({
  id: 'surveyQuestions',
  nameZh: '调研题目',
  nameEn: 'Survey questions',
  area: 'review',
  fields: {
    survey: textField({ nameZh: '调研编号', nameEn: 'Survey', ...code }),
    number: integerField({ nameZh: '题号', nameEn: 'No.', required: true, min: 1, max: 200 }),
    text: textField({ nameZh: '题目', nameEn: 'Question', required: true, max: 300 }),
    kind: choiceField({
      nameZh: '题型',
      nameEn: 'Kind',
      required: true,
      choices: [
        { value: 'single', nameZh: '单选', nameEn: 'One option' },
        { value: 'multiple', nameZh: '多选', nameEn: 'Several options' },
        { value: 'scale', nameZh: '打分', nameEn: 'Scale' },
        { value: 'text', nameZh: '填空', nameEn: 'Own words' },
      ],
    }),
    options: longTextField({
      nameZh: '选项',
      nameEn: 'Options',
      helpZh: '单选与多选：一行一个，或用 | 分隔',
      helpEn: 'One or several: one a line, or parted by |',
    }),
    area: choiceField({
      nameZh: '关于',
      nameEn: 'About',
      required: true,
      choices: [
        { value: 'goals', nameZh: '目标', nameEn: 'Goals' },
        { value: 'technology', nameZh: '技术与数据', nameEn: 'Technology' },
        { value: 'content', nameZh: '内容与玩法', nameEn: 'Content' },
        { value: 'logistics', nameZh: '履约与供应', nameEn: 'Logistics' },
      ],
    }),
    improves: booleanField({
      nameZh: '选项是改进方向',
      nameEn: 'Options are improvements',
      helpZh: '是：选的人多，就建议列入明年',
      helpEn: 'Yes: what many pick is proposed for next year',
    }),
    goal: ratioField({
      nameZh: '达标分',
      nameEn: 'Good from',
      max: 100,
      helpZh: '打分题：平均分低于它，就建议列入明年',
      helpEn: 'Of a scale: a mean below it is proposed for next year',
    }),
  },
  keyFields: ['survey', 'number'],
  states: [
    { id: 'current', nameZh: '有效', nameEn: 'Current', next: ['withdrawn'] },
    { id: 'withdrawn', nameZh: '已撤下', nameEn: 'Withdrawn', next: ['current'] },
  ],
  permissions: { read: 'plan:read', write: 'plan:write' },
})
