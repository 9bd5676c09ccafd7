import type { AlertRuleBody, AlertRuleInfo, ConditionTest, Role, Unit } from '@zhanggui/contract'

/** A rule as the form holds it: flat, with money in yuan. */
export type RuleValues = {
  nameZh: string
  nameEn: string
  severity: AlertRuleBody['severity']
  owner: Role
  actionKind: AlertRuleBody['action']['kind']
  ref?: string
  todo: string
  metric: string
  windowMinutes: number
  kind: ConditionTest['kind']
  op?: '>' | '>=' | '<' | '<='
  limit?: number
  clearAt?: number | null
  direction?: 'rise' | 'fall' | 'both'
  against?: Extract<ConditionTest, { kind: 'change' }>['against']
  by?: number
  k?: number
  points?: number
  minutes?: number
  within?: number
  forMinutes?: number | null
  minSample?: number | null
  everyMinutes: number
  per?: string
}

const FEN = 100

/** Figures of the metric's own unit: fen are typed in yuan. */
const typed = (value: number, unit: Unit): number => (unit === 'money' ? value / FEN : value)
const stored = (value: number, unit: Unit): number => (unit === 'money' ? Math.round(value * FEN) : value)

function testValues(test: ConditionTest, unit: Unit): Partial<RuleValues> {
  switch (test.kind) {
    case 'threshold':
      return {
        op: test.op,
        limit: typed(test.value, unit),
        clearAt: test.clearAt === undefined ? null : typed(test.clearAt, unit),
      }
    case 'change':
      return { against: test.against, direction: test.direction, by: test.by }
    case 'anomaly':
      return { k: test.k, direction: test.direction }
    case 'trend':
      return { points: test.points, direction: test.direction }
    case 'absence':
      return { minutes: test.minutes, ...(test.usualMin === undefined ? {} : { limit: typed(test.usualMin, unit) }) }
    case 'projection':
      return { op: test.op, limit: typed(test.value, unit), points: test.points, within: test.withinMinutes }
  }
}

/** What the form shows of a rule that is there. */
export function valuesOf({ body, unit }: AlertRuleInfo): RuleValues {
  const { condition, action } = body
  return {
    nameZh: body.nameZh,
    nameEn: body.nameEn,
    severity: body.severity,
    owner: body.owner,
    actionKind: action.kind,
    ref: action.ref,
    todo: action.zh,
    metric: condition.metric,
    windowMinutes: condition.windowMinutes,
    kind: condition.test.kind,
    ...testValues(condition.test, unit),
    forMinutes: condition.forMinutes ?? null,
    minSample: condition.minSample ?? null,
    everyMinutes: body.everyMinutes,
    ...(body.per === undefined ? {} : { per: body.per }),
  }
}

const oneWay = (direction: RuleValues['direction']): 'rise' | 'fall' => (direction === 'fall' ? 'fall' : 'rise')

function testOf(values: RuleValues, unit: Unit): ConditionTest {
  const { kind, op = '>', limit = 0, clearAt, direction, against = 'previous', by = 0.3, k = 4, points = 5 } = values
  switch (kind) {
    case 'threshold':
      return { kind, op, value: stored(limit, unit), ...(clearAt == null ? {} : { clearAt: stored(clearAt, unit) }) }
    case 'change':
      return { kind, against, direction: oneWay(direction), by }
    case 'anomaly':
      return { kind, k, direction: direction ?? 'both' }
    case 'trend':
      return { kind, points, direction: oneWay(direction) }
    case 'absence':
      return {
        kind,
        minutes: values.minutes ?? 30,
        ...(values.limit == null ? {} : { usualMin: stored(values.limit, unit) }),
      }
    case 'projection':
      return { kind, op, value: stored(limit, unit), points, withinMinutes: values.within ?? 43_200 }
  }
}

/** The rule that the form means. Parts of `before` that the form does not show (slice, phases) stay. */
export function bodyOf(values: RuleValues, unit: Unit, before?: AlertRuleBody): AlertRuleBody {
  const { forMinutes, minSample, per } = values
  const { test: _test, forMinutes: _for, minSample: _sample, ...kept } = before?.condition ?? { slice: {} }
  return {
    nameZh: values.nameZh,
    nameEn: values.nameEn || values.nameZh,
    severity: values.severity,
    owner: values.owner,
    action: {
      kind: values.actionKind,
      ref: values.ref ?? '',
      zh: values.todo,
      en: before?.action.zh === values.todo ? before.action.en : values.todo,
    },
    condition: {
      ...kept,
      metric: values.metric,
      windowMinutes: values.windowMinutes,
      test: testOf(values, unit),
      ...(forMinutes ? { forMinutes } : {}),
      ...(minSample ? { minSample } : {}),
    },
    everyMinutes: values.everyMinutes,
    ...(per ? { per } : {}),
  }
}
