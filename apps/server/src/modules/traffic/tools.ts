import { TOOL_KINDS, type ToolKind } from '@zhanggui/plan'
import { defineResource } from '../admin/resources/define-resource.ts'
import { booleanField, choiceField, dayField, longTextField, textField } from '../admin/resources/resource-fields.ts'

const KIND_NAMES: Record<ToolKind, { nameZh: string; nameEn: string }> = {
  ads: { nameZh: '广告投放', nameEn: 'Advertising' },
  event: { nameZh: '营销活动', nameEn: 'Platform event' },
  affiliate: { nameZh: '分佣推广', nameEn: 'Affiliate' },
  content: { nameZh: '内容与直播', nameEn: 'Content and live' },
  private: { nameZh: '私域触达', nameEn: 'Private domain' },
  data: { nameZh: '数据工具', nameEn: 'Data' },
  service: { nameZh: '客服工具', nameEn: 'Service' },
  other: { nameZh: '其他', nameEn: 'Other' },
}

/** The shop's own rows of the tool catalogue (P16.09); they stand before the ones that come with the system. */
export const TOOLS = defineResource({
  id: 'tools',
  nameZh: '工具目录',
  nameEn: 'Tools',
  area: 'traffic',
  fields: {
    name: textField({ nameZh: '名称', nameEn: 'Name', required: true, max: 60, headers: ['工具'] }),
    kind: choiceField({
      nameZh: '类型',
      nameEn: 'Kind',
      required: true,
      choices: TOOL_KINDS.map((value) => ({ value, ...KIND_NAMES[value] })),
    }),
    platform: textField({
      nameZh: '所属平台',
      nameEn: 'Marketplace',
      max: 40,
      helpZh: '如 tmall、jd；不限平台留空',
      helpEn: 'Such as tmall or jd; empty when not bound to one',
    }),
    paid: booleanField({
      nameZh: '付费',
      nameEn: 'Paid',
      helpZh: '付费工具需要负责人',
      helpEn: 'Somebody answers for a paid tool',
    }),
    aliases: longTextField({ nameZh: '别名', nameEn: 'Other names', helpZh: '一行一个', helpEn: 'One a line' }),
    startedDay: dayField({ nameZh: '启用日期', nameEn: 'There from' }),
    endedDay: dayField({ nameZh: '停用日期', nameEn: 'Gone from' }),
    successor: textField({ nameZh: '接替工具', nameEn: 'Successor', max: 60 }),
    note: longTextField({ nameZh: '备注', nameEn: 'Note', max: 1000 }),
  },
  keyFields: ['name'],
  permissions: { read: 'plan:read', write: 'plan:write' },
})
