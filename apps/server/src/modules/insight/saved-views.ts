import { QueryRequest } from '@zhanggui/contract'
import { z } from 'zod'
import { defineResource } from '../admin/resources/define-resource.ts'
import { booleanField, choiceField, jsonField, longTextField, textField } from '../admin/resources/resource-fields.ts'

/** Explorer questions that a person keeps; what its maker shares, the whole shop opens. */
export const SAVED_VIEWS = defineResource({
  id: 'saved-views',
  nameZh: '视图',
  nameEn: 'Saved views',
  area: 'insight',
  fields: {
    name: textField({ nameZh: '名称', nameEn: 'Name', required: true, max: 60 }),
    chart: choiceField({
      nameZh: '图形',
      nameEn: 'Chart',
      choices: [
        { value: 'line', nameZh: '折线', nameEn: 'Line' },
        { value: 'stacked', nameZh: '堆叠', nameEn: 'Stacked' },
        { value: 'bar', nameZh: '柱形', nameEn: 'Bar' },
        { value: 'table', nameZh: '表格', nameEn: 'Table' },
      ],
    }),
    query: jsonField({
      nameZh: '查询',
      nameEn: 'Question',
      required: true,
      schema: QueryRequest,
      helpZh: '在探索页保存时自动填写',
      helpEn: 'Filled in when a view is saved in the explorer',
    }),
    settings: jsonField({
      nameZh: '显示设置',
      nameEn: 'Display',
      schema: z.record(z.string(), z.unknown()),
      helpZh: 'search 是探索页地址里的问题，时间范围可以是滚动的',
      helpEn: '“search” is the question as the explorer’s address holds it; its period may roll',
    }),
    shared: booleanField({ nameZh: '全店可见', nameEn: 'Shared with the shop' }),
    note: longTextField({ nameZh: '备注', nameEn: 'Note', max: 500 }),
  },
  keyFields: ['name'],
  permissions: { read: 'metrics:read', write: 'metrics:read' },
  personal: true,
  sharedBy: 'shared',
})
