import { defineResource } from '../admin/resources/define-resource.ts'
import { choiceField, dayField, longTextField, textField } from '../admin/resources/resource-fields.ts'

/** Traffic channels with the names they go by in reports, so that one channel is one line in every figure. */
export const CHANNELS = defineResource({
  id: 'channels',
  nameZh: '渠道',
  nameEn: 'Channels',
  area: 'traffic',
  fields: {
    name: textField({ nameZh: '渠道名称', nameEn: 'Name', required: true, max: 60, headers: ['渠道', '流量来源'] }),
    kind: choiceField({
      nameZh: '类型',
      nameEn: 'Kind',
      required: true,
      choices: [
        { value: 'free', nameZh: '免费', nameEn: 'Free' },
        { value: 'paid', nameZh: '付费', nameEn: 'Paid' },
        { value: 'private', nameZh: '私域', nameEn: 'Private domain' },
        { value: 'creator', nameZh: '达人', nameEn: 'Creators' },
        { value: 'outside', nameZh: '站外', nameEn: 'Outside the platform' },
      ],
    }),
    aliases: longTextField({
      nameZh: '别名',
      nameEn: 'Aliases',
      helpZh: '报表里的其他叫法，一行一个，如：钻展',
      helpEn: 'Other names in reports, one a line',
    }),
    validFromDay: dayField({ nameZh: '启用日期', nameEn: 'Valid from' }),
    validToDay: dayField({ nameZh: '停用日期', nameEn: 'Valid until' }),
    note: longTextField({ nameZh: '备注', nameEn: 'Note' }),
  },
  keyFields: ['name'],
  states: [
    { id: 'active', nameZh: '使用中', nameEn: 'Active', next: ['retired'] },
    { id: 'retired', nameZh: '已停用', nameEn: 'Retired', next: ['active'] },
  ],
  permissions: { read: 'store:read', write: 'data:import' },
})
