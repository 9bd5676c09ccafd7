import { BOOST_MAX } from '@zhanggui/orders'
import { z } from 'zod'
import { defineResource } from '../../admin/resources/define-resource.ts'
import {
  booleanField,
  choiceField,
  dayField,
  integerField,
  jsonField,
  longTextField,
  ratioField,
  textField,
} from '../../admin/resources/resource-fields.ts'

const UNITS_MAX = 10_000_000
const Allocation = z
  .record(z.string().trim().min(1).max(40), z.number().int().min(1).max(UNITS_MAX))
  .refine((given) => Object.keys(given).length > 0 && Object.keys(given).length <= 20)

const CLOCK_TIME = {
  holds: (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text),
  zh: '应为 HH:MM，如 20:00',
  en: 'must be HH:MM, such as 20:00',
}

/** 独家首发与限量: how many units each channel may sell from which instant on, how many a person, and what it is to bring (P5.07). */
export const LAUNCHES = defineResource({
  id: 'launches',
  nameZh: '首发与限量',
  nameEn: 'Launches and limited items',
  area: 'trade',
  fields: {
    code: textField({ nameZh: '编号', nameEn: 'Number', required: true, max: 40 }),
    name: textField({ nameZh: '名称', nameEn: 'Name', required: true, max: 80 }),
    kind: choiceField({
      nameZh: '类型',
      nameEn: 'Kind',
      required: true,
      choices: [
        { value: 'first', nameZh: '独家首发', nameEn: 'Exclusive first launch' },
        { value: 'limited', nameZh: '限量', nameEn: 'Limited' },
      ],
    }),
    sku: textField({ nameZh: '规格 ID', nameEn: 'SKU', required: true, max: 40 }),
    item: textField({ nameZh: '商品 ID', nameEn: 'Item', required: true, max: 64 }),
    launchDay: dayField({ nameZh: '开售日', nameEn: 'Launch day', required: true }),
    launchTime: textField({ nameZh: '开售时间', nameEn: 'Launch time', required: true, max: 5, rule: CLOCK_TIME }),
    allocation: jsonField({
      nameZh: '各渠道数量',
      nameEn: 'Units by channel',
      required: true,
      schema: Allocation,
      helpZh: '如 {"直播":100,"店铺":50}；没写的渠道买不到',
      helpEn: 'Such as {"live":100,"shop":50}; other channels cannot sell it',
    }),
    buyerLimit: integerField({ nameZh: '每人限购（件）', nameEn: 'Most a person', min: 1, max: 1000 }),
    searchWeight: ratioField({
      nameZh: '搜索加权',
      nameEn: 'Search weight',
      min: 1,
      max: BOOST_MAX,
      helpZh: '开售后站内搜索得分的倍数，1 为不变；售罄与开售前不加权',
      helpEn: 'Times its score in the shop’s search once it is on sale; 1 changes nothing, sold out is not lifted',
    }),
    weightDays: integerField({ nameZh: '加权天数', nameEn: 'Days of weight', min: 1, max: 30 }),
    weightDecayDays: integerField({
      nameZh: '加权回落天数',
      nameEn: 'Days of decay',
      min: 0,
      max: 30,
      helpZh: '加权结束后逐步回到 1 的天数',
      helpEn: 'Days over which the weight goes back to 1 afterwards',
    }),
    seeding: longTextField({
      nameZh: '种草说明',
      nameEn: 'Notes on seeding',
      max: 1000,
      helpZh: '给团队看的话；每位达人请在“首发种草”里登记',
      helpEn: 'Words for the team; each creator is a record under Launch seeding',
    }),
    likeItem: textField({ nameZh: '对比商品 ID', nameEn: 'Compared with item', max: 64 }),
    likeDay: dayField({ nameZh: '对比商品的首发日', nameEn: 'Its launch day' }),
    exposureGoal: ratioField({
      nameZh: '曝光目标',
      nameEn: 'Exposure goal',
      max: 10,
      helpZh: '比对比商品同期多多少；0.5 表示 +50%',
      helpEn: 'Above the compared launch over as many days; 0.5 is +50%',
    }),
    exposureDays: integerField({ nameZh: '曝光天数', nameEn: 'Days of exposure', min: 1, max: 90 }),
    isOn: booleanField({ nameZh: '启用', nameEn: 'On', required: true }),
  },
  keyFields: ['code'],
  rules: [
    {
      field: 'likeDay',
      holds: ({ likeItem, likeDay }) => (likeItem === null) === (likeDay === null),
      zh: '对比商品与它的首发日要一起填',
      en: 'the compared item and its launch day go together',
    },
  ],
  permissions: { read: 'plan:read', write: 'trade:write' },
})
