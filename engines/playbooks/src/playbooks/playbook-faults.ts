import { type ActionType, type ParamSpec, percent } from '../actions/action-type.ts'
import { actionType } from '../actions/index.ts'
import { type ConditionFault, conditionFaults } from '../conditions/condition-faults.ts'
import { type ActionCall, approvalRank, type ParamValue, type Playbook, type Trigger } from './playbook.ts'

const DAY_MINUTES = 1440
const fault = (field: string, zh: string, en: string): ConditionFault => ({ field, zh, en })

const between = (value: number, min: number, max: number): boolean =>
  Number.isFinite(value) && value >= min && value <= max
const written = (spec: ParamSpec, value: number): string =>
  spec.kind === 'share' || spec.kind === 'shares' ? percent(value) : String(value)

function isSound(spec: ParamSpec, value: ParamValue | undefined): boolean {
  switch (spec.kind) {
    case 'text':
      return typeof value === 'string' && value.trim() !== '' && value.length <= spec.maxLength
    case 'choice':
      return typeof value === 'string' && spec.values.includes(value)
    case 'names':
      return Array.isArray(value) && value.length <= spec.most && value.every((v) => typeof v === 'string' && v !== '')
    case 'shares': {
      if (!Array.isArray(value) || value.length === 0 || value.length > spec.most) return false
      const shares: unknown[] = [...value]
      return shares.every(
        (v, i) => typeof v === 'number' && between(v, spec.min, spec.max) && Number(shares[i - 1] ?? 0) < v,
      )
    }
    default: {
      if (typeof value !== 'number' || !between(value, spec.min, spec.max)) return false
      return (spec.kind !== 'money' && spec.kind !== 'minutes') || Number.isSafeInteger(value)
    }
  }
}

function wanted(spec: ParamSpec): { zh: string; en: string } {
  switch (spec.kind) {
    case 'text':
      return { zh: `填写 1–${spec.maxLength} 个字`, en: `give 1–${spec.maxLength} characters` }
    case 'choice':
      return { zh: `选择 ${spec.values.join('、')} 之一`, en: `choose one of ${spec.values.join(', ')}` }
    case 'names':
      return { zh: `最多 ${spec.most} 个，不能为空白`, en: `${spec.most} at most, none blank` }
    case 'shares':
      return {
        zh: `1–${spec.most} 个逐步增大的比例，${written(spec, spec.min)}–${written(spec, spec.max)}`,
        en: `1–${spec.most} rising shares, ${written(spec, spec.min)}–${written(spec, spec.max)}`,
      }
    default:
      return {
        zh: `填写 ${written(spec, spec.min)}–${written(spec, spec.max)}`,
        en: `give ${written(spec, spec.min)}–${written(spec, spec.max)}`,
      }
  }
}

function paramFaults(call: ActionCall, type: ActionType, place: string): ConditionFault[] {
  const known = new Set(type.params.map(({ key }) => key))
  const strangers = Object.keys(call.params).filter((key) => !known.has(key))
  return [
    ...type.params.flatMap((spec) => {
      if (isSound(spec, call.params[spec.key])) return []
      const { zh, en } = wanted(spec)
      return [fault(`${place}.${spec.key}`, `${spec.zh}：${zh}`, `${spec.en}: ${en}`)]
    }),
    ...strangers.map((key) => fault(`${place}.${key}`, '该动作没有这个参数', 'the action has no such parameter')),
  ]
}

function actionFaults({ actions, approval }: Playbook): ConditionFault[] {
  if (actions.length === 0) return [fault('actions', '至少要有一个动作', 'at least one action')]
  return actions.flatMap((call, i) => {
    const type = actionType(call.type)
    const place = `actions.${i}`
    if (!type) return [fault(`${place}.type`, `没有动作 ${call.type}`, `there is no action ${call.type}`)]
    const tooFree = approvalRank(approval) < approvalRank(type.leastApproval)
    return [
      ...(tooFree
        ? [
            fault(
              'approval',
              `“${type.nameZh}”不能自动执行，提高审批级别`,
              `“${type.nameEn}” needs more approval than ${approval}`,
            ),
          ]
        : []),
      ...paramFaults(call, type, place),
    ]
  })
}

function triggerFaults(trigger: Trigger): ConditionFault[] {
  switch (trigger.kind) {
    case 'condition':
      return conditionFaults(trigger.condition).map(({ field, ...words }) => ({ field: `trigger.${field}`, ...words }))
    case 'event':
      return trigger.event.trim() === '' ? [fault('trigger.event', '填写事件', 'name the event')] : []
    case 'schedule': {
      const sound = trigger.atMinutes.every((m) => Number.isSafeInteger(m) && m >= 0 && m < DAY_MINUTES)
      return sound && trigger.atMinutes.length > 0
        ? []
        : [fault('trigger.atMinutes', '填写一天里的时刻', 'give minutes of the day')]
    }
  }
}

function limitFaults({ limits }: Playbook): ConditionFault[] {
  const { cooldownMinutes, runsPerDay, changesPerRun, hours, askMinutes } = limits
  const whole = (value: number, min: number, max: number): boolean =>
    Number.isSafeInteger(value) && between(value, min, max)
  return [
    ...(whole(cooldownMinutes, 1, 100_000)
      ? []
      : [fault('limits.cooldownMinutes', '冷却至少 1 分钟', 'cool down for a minute at least')]),
    ...(whole(runsPerDay, 1, 1000) ? [] : [fault('limits.runsPerDay', '每天次数 1–1000', '1–1000 runs a day')]),
    ...(whole(changesPerRun, 1, 10_000)
      ? []
      : [fault('limits.changesPerRun', '每次改动 1–10000 处', '1–10000 changes a run')]),
    ...(askMinutes === undefined || whole(askMinutes, 1, DAY_MINUTES)
      ? []
      : [fault('limits.askMinutes', '等待确认 1–1440 分钟', 'wait 1–1440 minutes for an answer')]),
    ...(hours && (!whole(hours.from, 0, DAY_MINUTES - 1) || !whole(hours.to, 0, DAY_MINUTES) || hours.from === hours.to)
      ? [fault('limits.hours', '填写一天里的起止时刻', 'give two different minutes of the day')]
      : []),
  ]
}

/** Empty when the playbook may be saved: an owner, a sound trigger, known actions with sound parameters, limits. */
export function playbookFaults(playbook: Playbook): ConditionFault[] {
  const { owner, nameZh } = playbook
  return [
    ...(nameZh.trim() === '' ? [fault('nameZh', '填写名称', 'give it a name')] : []),
    ...(owner.trim() === '' ? [fault('owner', '指定负责人', 'name an owner')] : []),
    ...triggerFaults(playbook.trigger),
    ...actionFaults(playbook),
    ...limitFaults(playbook),
  ]
}
