import { defineResource } from '../../admin/resources/define-resource.ts'
import { dayField, integerField, moneyField, textField } from '../../admin/resources/resource-fields.ts'

/** 首发种草: which creator gets samples of a launch, posts about it by when, and what that costs (P5.07). */
export const LAUNCH_SEEDINGS = defineResource({
  id: 'launch-seedings',
  nameZh: '首发种草',
  nameEn: 'Launch seeding',
  area: 'trade',
  fields: {
    launch: textField({ nameZh: '首发编号', nameEn: 'Launch number', required: true, max: 40 }),
    creator: textField({
      nameZh: '达人',
      nameEn: 'Creator',
      required: true,
      max: 80,
      headers: ['达人昵称', '博主'],
      helpZh: '与社媒内容里的作者同名，发布后自动对上',
      helpEn: 'As the author of social posts is called; posts are matched by it',
    }),
    platform: textField({
      nameZh: '平台',
      nameEn: 'Platform',
      max: 40,
      helpZh: '如 小红书；留空不分平台',
      helpEn: 'Left empty: any',
    }),
    samples: integerField({ nameZh: '寄样件数', nameEn: 'Samples', required: true, min: 0, max: 10_000 }),
    sampleDue: dayField({ nameZh: '寄样期限', nameEn: 'Samples due' }),
    sampleSent: dayField({ nameZh: '寄出日', nameEn: 'Samples sent on' }),
    postDue: dayField({ nameZh: '发布期限', nameEn: 'Post due', required: true }),
    postId: textField({
      nameZh: '内容 ID',
      nameEn: 'Post id',
      max: 80,
      headers: ['笔记ID', '作品ID'],
      helpZh: '有编号就按编号认内容，不按作者',
      helpEn: 'With a number the post is known by it and not by its author',
    }),
    link: textField({ nameZh: '链接', nameEn: 'Link', max: 400 }),
    plannedViews: integerField({ nameZh: '计划阅读数', nameEn: 'Planned views', min: 0, max: 1_000_000_000 }),
    costCents: moneyField({ nameZh: '费用（含寄样）', nameEn: 'Cost with samples', required: true }),
  },
  keyFields: ['launch', 'creator', 'platform'],
  permissions: { read: 'plan:read', write: 'trade:write' },
})
