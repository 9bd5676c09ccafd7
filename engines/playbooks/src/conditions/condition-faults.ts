import type { ConditionTest, MetricCondition } from './metric-condition.ts'
import { isBeyond } from './tests/threshold.ts'

/** What is wrong with a condition: the field, and what to do in both languages. */
export type ConditionFault = { field: string; zh: string; en: string }

const fault = (field: string, zh: string, en: string): ConditionFault => ({ field, zh, en })

/** A line needs three points to be more than a guess. */
const POINTS_MIN = 3
const POINTS_MAX = 366

const wholeAbove = (value: number, least: number): boolean => Number.isSafeInteger(value) && value >= least

function pointsFault(points: number): ConditionFault[] {
  if (wholeAbove(points, POINTS_MIN) && points <= POINTS_MAX) return []
  const range = `${POINTS_MIN}–${POINTS_MAX}`
  return [fault('test.points', `点数请填 ${range} 的整数`, `give a whole number of points, ${range}`)]
}

function testFaults(test: ConditionTest): ConditionFault[] {
  switch (test.kind) {
    case 'threshold':
      if (test.clearAt === undefined || test.clearAt === test.value || !isBeyond(test.clearAt, test.op, test.value))
        return []
      return [
        fault('test.clearAt', '解除线要在正常一侧，不能比告警线更严重', 'clearAt lies on the safe side of the limit'),
      ]
    case 'change':
      return test.by > 0 ? [] : [fault('test.by', '变动幅度要大于 0', 'the change is more than 0')]
    case 'anomaly':
      return test.k >= 2
        ? []
        : [fault('test.k', '倍数至少 2，否则几乎总在告警', 'k is at least 2, or it fires all the time')]
    case 'trend':
      return pointsFault(test.points)
    case 'projection':
      return [
        ...pointsFault(test.points),
        ...(test.withinMinutes > 0
          ? []
          : [fault('test.withinMinutes', '预测期要大于 0', 'the horizon is more than 0')]),
      ]
    case 'absence':
      return wholeAbove(test.minutes, 1) ? [] : [fault('test.minutes', '分钟数至少 1', 'at least one minute')]
  }
}

/** Empty when the condition can be evaluated and means something. */
export function conditionFaults(condition: MetricCondition): ConditionFault[] {
  const { windowMinutes, forMinutes = 0, clearForMinutes = 0, minSample = 0, test } = condition
  return [
    ...(wholeAbove(windowMinutes, 1)
      ? []
      : [fault('windowMinutes', '窗口至少 1 分钟', 'the window is at least a minute')]),
    ...(wholeAbove(forMinutes, 0) ? [] : [fault('forMinutes', '持续分钟数不能为负', 'forMinutes is not negative')]),
    ...(wholeAbove(clearForMinutes, 0)
      ? []
      : [fault('clearForMinutes', '恢复分钟数不能为负', 'clearForMinutes is not negative')]),
    ...(minSample >= 0 ? [] : [fault('minSample', '最少样本不能为负', 'minSample is not negative')]),
    ...testFaults(test),
  ]
}
