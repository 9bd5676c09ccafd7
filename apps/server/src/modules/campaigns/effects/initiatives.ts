import { defineResource } from '../../admin/resources/define-resource.ts'
import {
  choiceField,
  dayField,
  integerField,
  longTextField,
  ratioField,
  textField,
} from '../../admin/resources/resource-fields.ts'

/** Daily figures of goods that an improvement can move; each from the metric catalogue. */
export const INITIATIVE_METRICS = ['cvr', 'paid', 'unitsSold', 'uv', 'cartRate'] as const

const METRIC_NAMES: Readonly<Record<(typeof INITIATIVE_METRICS)[number], readonly [string, string]>> = {
  cvr: ['支付转化率', 'Conversion'],
  paid: ['支付金额', 'Paid'],
  unitsSold: ['销量', 'Units sold'],
  uv: ['访客数', 'Visitors'],
  cartRate: ['加购率', 'Cart rate'],
}

const ids = { helpZh: '商品 ID，用逗号分隔', helpEn: 'Ids of goods, parted by commas' }

/** 核心款视觉升级, 推荐上线, 主播孵化, 供应链数字化: work beside the campaigns, with what it changed (P3.26). Source: D1. */
export const INITIATIVES = defineResource({
  id: 'initiatives',
  nameZh: '改善项目',
  nameEn: 'Improvement initiatives',
  area: 'campaigns',
  fields: {
    code: textField({ nameZh: '编号', nameEn: 'Number', required: true, max: 60 }),
    name: textField({ nameZh: '名称', nameEn: 'Name', required: true, max: 200 }),
    kind: choiceField({
      nameZh: '类型',
      nameEn: 'Kind',
      required: true,
      choices: [
        { value: 'visual', nameZh: '核心款视觉升级', nameEn: 'Visual upgrade' },
        { value: 'recommendation', nameZh: '推荐上线', nameEn: 'Recommendation' },
        { value: 'host', nameZh: '主播孵化', nameEn: 'Host incubation' },
        { value: 'supply', nameZh: '供应链数字化', nameEn: 'Supply chain' },
        { value: 'other', nameZh: '其他', nameEn: 'Other' },
      ],
    }),
    owner: textField({ nameZh: '负责人', nameEn: 'Owner', required: true, max: 80 }),
    fromDay: dayField({ nameZh: '生效日', nameEn: 'In effect from', required: true }),
    windowDays: integerField({
      nameZh: '比较天数',
      nameEn: 'Days compared',
      min: 7,
      max: 180,
      helpZh: '生效前后各取多少天，留空 28 天',
      helpEn: 'Days on each side; empty: 28',
    }),
    metric: choiceField({
      nameZh: '看哪个指标',
      nameEn: 'Measured by',
      required: true,
      choices: INITIATIVE_METRICS.map((value) => ({
        value,
        nameZh: METRIC_NAMES[value][0],
        nameEn: METRIC_NAMES[value][1],
      })),
    }),
    items: longTextField({ nameZh: '改善的商品', nameEn: 'Goods improved', required: true, ...ids }),
    controlItems: longTextField({
      nameZh: '对照商品',
      nameEn: 'Goods left as they were',
      required: true,
      ...ids,
    }),
    // Whoever closes a wide gap aims at several times the figure.
    targetShare: ratioField({ nameZh: '目标提升', nameEn: 'Aimed at', max: 10 }),
    milestones: longTextField({
      nameZh: '里程碑',
      nameEn: 'Milestones',
      helpZh: '一行一个，日期在前，如 2026-12-01 主图上线；做完的在前面加 ✓',
      helpEn: 'One a line, its day first, such as 2026-12-01 pictures online; what is done begins with ✓',
    }),
    campaign: textField({
      nameZh: '所属活动',
      nameEn: 'Campaign',
      max: 60,
      helpZh: '活动编号；填了就出现在活动页上',
      helpEn: 'Id of a campaign; its page then shows the initiative',
    }),
    note: longTextField({ nameZh: '备注', nameEn: 'Note' }),
  },
  keyFields: ['code'],
  states: [
    { id: 'planned', nameZh: '计划', nameEn: 'Planned', next: ['running'] },
    { id: 'running', nameZh: '进行', nameEn: 'Running', next: ['done', 'dropped'] },
    { id: 'done', nameZh: '完成', nameEn: 'Done', next: [] },
    { id: 'dropped', nameZh: '停止', nameEn: 'Dropped', next: [] },
  ],
  permissions: { read: 'plan:read', write: 'plan:write' },
})
