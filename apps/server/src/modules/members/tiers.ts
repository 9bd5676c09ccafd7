import { defineResource } from '../admin/resources/define-resource.ts'
import { integerField, moneyField, ratioField, textField } from '../admin/resources/resource-fields.ts'

/** Member tiers: what lifts a member into one, and the discount it gives. */
export const TIERS = defineResource({
  id: 'tiers',
  nameZh: '会员等级',
  nameEn: 'Member tiers',
  area: 'members',
  fields: {
    name: textField({ nameZh: '等级名称', nameEn: 'Name', required: true, max: 40, headers: ['等级'] }),
    rank: integerField({
      nameZh: '级别',
      nameEn: 'Rank',
      required: true,
      min: 1,
      max: 99,
      helpZh: '数字越大等级越高',
      helpEn: 'A higher number is a higher tier',
    }),
    paidCentsMin: moneyField({ nameZh: '累计实付门槛', nameEn: 'Paid from', headers: ['消费门槛', '门槛金额'] }),
    ordersMin: integerField({ nameZh: '累计订单门槛', nameEn: 'Orders from', min: 0, max: 1_000_000 }),
    windowDays: integerField({
      nameZh: '统计天数',
      nameEn: 'Window in days',
      min: 1,
      max: 3650,
      helpZh: '只看最近多少天；留空表示全部',
      helpEn: 'Looks back this many days; empty means all time',
    }),
    discountRate: ratioField({
      nameZh: '会员折让',
      nameEn: 'Discount',
      helpZh: '0.05 表示优惠 5%',
      helpEn: '0.05 takes 5% off',
    }),
  },
  keyFields: ['name'],
  permissions: { read: 'store:read', write: 'members:write' },
})
