import type { AlertRuleBody } from '@zhanggui/contract'
import { planQuery } from '@zhanggui/metrics'
import { type ConditionFault, isDaily, ruleFaults } from '@zhanggui/playbooks'
import { refuseFaults } from '../../../admin/versioned/unsound-record.ts'
import { denominatorOf } from '../series/daily-series.ts'
import { findWatched, type Watched } from '../series/watched-metric.ts'

const DAY_MINUTES = 1440

const UNSOUND = { code: 'alert_rule_unsound', zh: '这条告警规则还不能保存', en: 'This alert rule cannot be saved yet' }

const fault = (field: string, zh: string, en: string): ConditionFault => ({ field, zh, en })

/** Steps do not add up to a window for people, nor for a ratio whose denominator nobody counts. */
function windowFaults(watched: Watched, body: AlertRuleBody): ConditionFault[] {
  const { windowMinutes } = body.condition
  const daily = isDaily(body.condition)
  if (watched.grain === 'day' && !daily)
    return [
      fault('condition.windowMinutes', '这个指标只有按天的数，窗口请用 1 天的整数倍', 'daily figures only: whole days'),
    ]
  const step = daily ? DAY_MINUTES : 1
  if (windowMinutes === step || watched.grain === 'state') return []
  if (watched.isDistinct)
    return [
      fault(
        'condition.windowMinutes',
        '人数不能跨时段相加，窗口请用一天或一分钟',
        'people do not add up: one day or one minute',
      ),
    ]
  if (daily && watched.combine === 'ratio' && denominatorOf(watched.id) === null)
    return [
      fault(
        'condition.windowMinutes',
        '这个比率只能看单日，窗口请用 1 天',
        'this ratio is known by single days: one day',
      ),
    ]
  return []
}

/** Asks the catalogue whether the figure can be cut so, in the words that it has for a question that it cannot answer. */
function cutFaults(watched: Watched, { per, condition }: AlertRuleBody): ConditionFault[] {
  const cuts = [...Object.keys(condition.slice), ...(per === undefined ? [] : [per])]
  if (cuts.length === 0 || watched.source === 'live') return []
  if (watched.source !== 'catalogue')
    return [fault('condition.slice', '这个指标不能再细分', 'this figure cannot be cut')]
  const filters = Object.entries(condition.slice).map(([dimension, values]) => ({
    dimension,
    op: 'in' as const,
    values,
  }))
  const by = [isDaily(condition) ? 'day' : 'minute', ...(per === undefined ? [] : [per])]
  const planned = planQuery({ metrics: [watched.id], by, filters })
  if (planned.ok) return []
  const { message, messageEn } = planned.error
  return [fault('condition.slice', message.replace(/。$/, ''), messageEn.replace(/\.$/, ''))]
}

function metricFaults(body: AlertRuleBody): ConditionFault[] {
  const { metric } = body.condition
  const watched = findWatched(metric)
  if (!watched) return [fault('condition.metric', `没有指标“${metric}”`, `no metric "${metric}"`)]
  return [...windowFaults(watched, body), ...cutFaults(watched, body)]
}

/**
 * Errors: throws `UnsoundRecord` with every fault: no owner, no action (P9.15), a condition that cannot be judged, a
 * window that the metric does not allow.
 */
export const requireSound = (id: string, body: AlertRuleBody): void =>
  refuseFaults(UNSOUND, [...ruleFaults({ id, ...body }), ...metricFaults(body)])
