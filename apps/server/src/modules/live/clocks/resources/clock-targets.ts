import { PAUSE_REASONS } from '@zhanggui/clocks'
import { defineResource } from '../../../admin/resources/define-resource.ts'
import { integerField, type TextRule, textField } from '../../../admin/resources/resource-fields.ts'

const REASON_NAMES = {
  customer: '客户',
  platform: '平台',
  merchant: '商家',
  supplier: '供应商',
  carrier: '物流',
} as const

/** What stands in the field, as reasons; null when a word is none. */
export function readReasons(text: string): (keyof typeof REASON_NAMES)[] | null {
  const words = text
    .normalize('NFKC')
    .split(/[\s,、;]+/)
    .filter((word) => word !== '')
  const reasons = words.map((word) => PAUSE_REASONS.find((r) => r === word || REASON_NAMES[r] === word))
  return reasons.some((reason) => reason === undefined) ? null : reasons.filter((reason) => reason !== undefined)
}

const REASONS: TextRule = {
  holds: (text) => readReasons(text) !== null,
  zh: `应为 ${Object.values(REASON_NAMES).join('、')} 中的一个或几个`,
  en: `must be some of ${PAUSE_REASONS.join(', ')}`,
}

/** A day short of a year: longer deadlines are tasks of a plan. */
const TARGET_SECONDS_MAX = 364 * 86_400

/** Targets of a shop's ladders: a shipped one changed, or steps of a ladder of its own, a row a step. */
export const CLOCK_TARGETS = defineResource({
  id: 'clock-targets',
  nameZh: '时限目标',
  nameEn: 'Targets of deadlines',
  area: 'live',
  fields: {
    ladder: textField({
      nameZh: '阶梯',
      nameEn: 'Ladder',
      required: true,
      max: 40,
      helpZh: '内置：crisis、complaint、robot-answer、merchant-plan、duty-page；或自定一个代号',
      helpEn: 'Shipped: crisis, complaint, robot-answer, merchant-plan, duty-page; or an own one',
    }),
    ladderName: textField({ nameZh: '阶梯名称', nameEn: 'Name of the ladder', max: 40 }),
    step: textField({ nameZh: '步骤', nameEn: 'Step', required: true, max: 40, helpZh: '代号，如 start、statement' }),
    name: textField({ nameZh: '步骤名称', nameEn: 'Name of the step', required: true, max: 60 }),
    targetSeconds: integerField({
      nameZh: '时限（秒）',
      nameEn: 'Target (seconds)',
      required: true,
      min: 1,
      max: TARGET_SECONDS_MAX,
    }),
    warnPercent: integerField({
      nameZh: '提醒（用时百分比）',
      nameEn: 'Warning (per cent of the time)',
      min: 1,
      max: 99,
      helpZh: '空着不提醒',
      helpEn: 'Empty: no warning',
    }),
    pausedBy: textField({
      nameZh: '可暂停的原因',
      nameEn: 'May be paused by',
      max: 100,
      rule: REASONS,
      helpZh: '等待谁时停表；空着不可暂停',
      helpEn: 'Whose answer stops the clock; empty: nothing does',
    }),
    hours: textField({
      nameZh: '服务时间',
      nameEn: 'Service hours',
      max: 40,
      helpZh: '服务时间的名称；空着为全天候',
      helpEn: 'Name of service hours; empty: round the clock',
    }),
  },
  keyFields: ['ladder', 'step'],
  permissions: { read: 'plan:read', write: 'store:manage' },
})
