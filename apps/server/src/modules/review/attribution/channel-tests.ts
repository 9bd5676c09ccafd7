import { BUDGET_CHANNELS } from '@zhanggui/budget'
import { defineResource } from '../../admin/resources/define-resource.ts'
import { choiceField, dayField, longTextField, textField } from '../../admin/resources/resource-fields.ts'

/** 渠道停投测试: for some days a channel is stopped in some provinces, and what these lose against the others is what it brings. */
export const CHANNEL_TESTS = defineResource({
  id: 'channelTests',
  nameZh: '渠道增量测试',
  nameEn: 'Channel tests',
  area: 'review',
  fields: {
    code: textField({ nameZh: '编号', nameEn: 'Number', required: true, max: 60 }),
    name: textField({ nameZh: '名称', nameEn: 'Name', required: true, max: 200 }),
    channel: choiceField({
      nameZh: '测试的渠道',
      nameEn: 'Channel',
      required: true,
      choices: BUDGET_CHANNELS.filter((c) => c.kind === 'spend').map(({ id, nameZh, nameEn }) => ({
        value: id,
        nameZh,
        nameEn,
      })),
    }),
    fromDay: dayField({ nameZh: '停投开始', nameEn: 'Stopped from', required: true }),
    toDay: dayField({
      nameZh: '恢复投放',
      nameEn: 'Back on',
      required: true,
      helpZh: '这一天起恢复；此前同样长的一段作为对比',
      helpEn: 'The first day it runs again; as many days before the stop are the baseline',
    }),
    stoppedProvinces: longTextField({
      nameZh: '停投的省份',
      nameEn: 'Provinces without it',
      required: true,
      helpZh: '随机挑选，用逗号分隔；其余省份照常投放',
      helpEn: 'Drawn at random, parted by commas; all others go on',
    }),
    note: longTextField({ nameZh: '备注', nameEn: 'Note' }),
  },
  keyFields: ['code'],
  states: [
    { id: 'planned', nameZh: '计划', nameEn: 'Planned', next: ['running', 'dropped'] },
    { id: 'running', nameZh: '进行', nameEn: 'Running', next: ['done', 'dropped'] },
    { id: 'done', nameZh: '完成', nameEn: 'Done', next: [] },
    { id: 'dropped', nameZh: '作废', nameEn: 'Dropped', next: [] },
  ],
  permissions: { read: 'plan:read', write: 'plan:write' },
})
