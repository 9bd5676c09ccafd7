import { defineResource } from '../../../admin/resources/define-resource.ts'
import { choiceField, dayField, textField } from '../../../admin/resources/resource-fields.ts'

/** What runs outside and inside the platform, with whether its link works and its review passed (P9.10). */
export const AD_CREATIVES = defineResource({
  id: 'ad-creatives',
  nameZh: '推广素材',
  nameEn: 'Ad creatives',
  area: 'live',
  fields: {
    creative: textField({ nameZh: '素材编号', nameEn: 'Creative', required: true, max: 80 }),
    name: textField({ nameZh: '名称', nameEn: 'Name', required: true, max: 200 }),
    channel: textField({ nameZh: '渠道', nameEn: 'Channel', required: true, max: 80 }),
    link: textField({ nameZh: '落地链接', nameEn: 'Link', max: 500 }),
    review: choiceField({
      nameZh: '审核',
      nameEn: 'Review',
      required: true,
      choices: [
        { value: 'approved', nameZh: '通过', nameEn: 'Approved' },
        { value: 'pending', nameZh: '审核中', nameEn: 'Pending' },
        { value: 'disapproved', nameZh: '被拒', nameEn: 'Disapproved' },
      ],
    }),
    linkState: choiceField({
      nameZh: '链接状态',
      nameEn: 'Link',
      required: true,
      choices: [
        { value: 'ok', nameZh: '正常', nameEn: 'Works' },
        { value: 'broken', nameZh: '失效', nameEn: 'Broken' },
        { value: 'unchecked', nameZh: '未检查', nameEn: 'Not checked' },
      ],
    }),
    checkedDay: dayField({ nameZh: '检查日期', nameEn: 'Checked on' }),
  },
  keyFields: ['creative'],
  states: [
    { id: 'running', nameZh: '投放中', nameEn: 'Running', next: ['paused'] },
    { id: 'paused', nameZh: '已暂停', nameEn: 'Paused', next: ['running'] },
  ],
  permissions: { read: 'plan:read', write: 'live:act' },
})
