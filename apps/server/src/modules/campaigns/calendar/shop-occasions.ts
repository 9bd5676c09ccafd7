import { RECURRENCES, TMALL_OCCASIONS } from '@zhanggui/calendar'
import { defineResource, type ResourceData } from '../../admin/resources/define-resource.ts'
import {
  booleanField,
  choiceField,
  dayField,
  integerField,
  longTextField,
  textField,
} from '../../admin/resources/resource-fields.ts'

const RECURRENCE_NAMES = {
  once: { nameZh: '不重复', nameEn: 'Once' },
  yearly: { nameZh: '每年同一天', nameEn: 'Every year on the date' },
  lunar: { nameZh: '每年农历同一天', nameEn: 'Every year on the lunar date' },
} as const

/** True when both days are given and `a` comes after `b`. Days are text that sorts. */
const after = (a: unknown, b: unknown): boolean => typeof a === 'string' && typeof b === 'string' && a > b

const inOrder =
  (first: string, second: string) =>
  (data: ResourceData): boolean =>
    !after(data[first], data[second])

/** The shop's own dates: own campaigns, and platform occasions on the shop's days. Queries count them as campaign days. */
export const SHOP_OCCASIONS = defineResource({
  id: 'shop-occasions',
  nameZh: '店铺活动日',
  nameEn: 'Shop occasions',
  area: 'campaigns',
  fields: {
    name: textField({ nameZh: '名称', nameEn: 'Name', required: true, max: 120, headers: ['活动名称', '节点'] }),
    kind: choiceField({
      nameZh: '类型',
      nameEn: 'Kind',
      choices: [
        { value: 'shop', nameZh: '店铺活动', nameEn: 'Shop campaign' },
        { value: 'categoryDay', nameZh: '品类日', nameEn: 'Category day' },
        { value: 'theme', nameZh: '主题活动', nameEn: 'Theme' },
        { value: 'season', nameZh: '季节', nameEn: 'Season' },
        { value: 'platform', nameZh: '平台活动', nameEn: 'Platform occasion' },
      ],
    }),
    preheatFromDay: dayField({ nameZh: '预热开始', nameEn: 'Pre-heat from' }),
    fromDay: dayField({
      nameZh: '活动开始',
      nameEn: 'From',
      helpZh: '留空表示就在主活动日',
      helpEn: 'Empty: the main day itself',
      headers: ['开始日期'],
    }),
    mainDay: dayField({
      nameZh: '主活动日',
      nameEn: 'Main day',
      required: true,
      helpZh: 'D0；与去年对齐时以它为准',
      helpEn: 'D0, by which years are aligned',
      headers: ['日期', 'D0'],
    }),
    toDay: dayField({
      nameZh: '活动结束',
      nameEn: 'Last day',
      helpZh: '含当天；留空表示就在主活动日',
      helpEn: 'Counts itself; empty: the main day',
      headers: ['结束日期'],
    }),
    closingToDay: dayField({ nameZh: '收尾结束', nameEn: 'Closing until', helpZh: '含当天', helpEn: 'Counts itself' }),
    recurs: choiceField({
      nameZh: '重复',
      nameEn: 'Recurs',
      choices: RECURRENCES.map((value) => ({ value, ...RECURRENCE_NAMES[value] })),
    }),
    replaces: choiceField({
      nameZh: '替换平台节点',
      nameEn: 'States the dates of',
      choices: TMALL_OCCASIONS.map(({ id, nameZh, nameEn }) => ({ value: id, nameZh, nameEn })),
      helpZh: '只改该节点在这一年的日期，不另加活动',
      helpEn: 'Changes that occasion’s days in this year instead of adding one',
    }),
    counted: booleanField({
      nameZh: '计入活动日',
      nameEn: 'Counts as campaign days',
      helpZh: '默认计入；导入的外部日历默认不计入',
      helpEn: 'Yes unless stated; entries of a foreign calendar do not',
    }),
    weight: integerField({
      nameZh: '权重',
      nameEn: 'Weight',
      min: 1,
      max: 10,
      helpZh: '与其他活动重叠时，权重大的为准；双11 是 10，默认 4',
      helpEn: 'Names the day where occasions overlap; Double 11 has 10, the default is 4',
    }),
    note: longTextField({ nameZh: '备注', nameEn: 'Note' }),
    uid: textField({ nameZh: '日历标识', nameEn: 'Calendar UID', max: 300 }),
  },
  keyFields: ['name', 'mainDay'],
  rules: [
    {
      field: 'preheatFromDay',
      holds: inOrder('preheatFromDay', 'mainDay'),
      zh: '不能晚于主活动日',
      en: 'must not be after the main day',
    },
    {
      field: 'preheatFromDay',
      holds: inOrder('preheatFromDay', 'fromDay'),
      zh: '不能晚于活动开始',
      en: 'must not be after the first day',
    },
    {
      field: 'fromDay',
      holds: inOrder('fromDay', 'mainDay'),
      zh: '不能晚于主活动日',
      en: 'must not be after the main day',
    },
    {
      field: 'toDay',
      holds: inOrder('mainDay', 'toDay'),
      zh: '不能早于主活动日',
      en: 'must not be before the main day',
    },
    {
      field: 'closingToDay',
      holds: inOrder('mainDay', 'closingToDay'),
      zh: '不能早于主活动日',
      en: 'must not be before the main day',
    },
    {
      field: 'closingToDay',
      holds: inOrder('toDay', 'closingToDay'),
      zh: '不能早于活动结束',
      en: 'must not be before the last day',
    },
  ],
  permissions: { read: 'plan:read', write: 'plan:write' },
})
