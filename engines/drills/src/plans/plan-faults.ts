import { type ConditionFault, conditionFaults } from '@zhanggui/playbooks'
import { templateFaults } from './message.ts'
import type { ContingencyPlan, PlanResource, PlanStep, Requirement, ResourceKind } from './plan.ts'

const fault = (field: string, zh: string, en: string): ConditionFault => ({ field, zh, en })
const isBlank = (text: string): boolean => text.trim() === ''
const isWhole = (value: number): boolean => Number.isSafeInteger(value) && value >= 1

/** What a shop calls each kind of resource. */
export const RESOURCE_NAMES: Readonly<Record<ResourceKind, { zh: string; en: string }>> = {
  carrier: { zh: '物流商', en: 'carriers' },
  supplier: { zh: '供应商', en: 'suppliers' },
  safetyStock: { zh: '安全库存', en: 'safety stock' },
  channel: { zh: '备用渠道', en: 'backup channels' },
  payment: { zh: '支付渠道', en: 'payment partners' },
  site: { zh: '机房', en: 'sites' },
  creator: { zh: '备选主播', en: 'stand-in hosts' },
  reserve: { zh: '机动预算', en: 'reserve budget' },
  people: { zh: '人手', en: 'people' },
}

/** How much of a kind stands ready. Safety stock is the largest stated share; everything else is counted. */
export function readyOf(resources: readonly PlanResource[], kind: ResourceKind): number {
  const amounts = resources.filter((one) => one.kind === kind).map(({ amount }) => amount)
  return kind === 'safetyStock' ? Math.max(0, ...amounts) : amounts.reduce((sum, amount) => sum + amount, 0)
}

const written = ({ kind, least }: Requirement): string => (kind === 'safetyStock' ? `${least * 100}%` : String(least))

function resourceFaults({ resources, requires }: ContingencyPlan): ConditionFault[] {
  return requires.flatMap((need) => {
    const ready = readyOf(resources, need.kind)
    if (ready >= need.least) return []
    const { zh, en } = RESOURCE_NAMES[need.kind]
    const have = written({ ...need, least: ready })
    return [
      fault(
        'resources',
        `${zh}至少 ${written(need)}，现在 ${have}：先补足再采用`,
        `${written(need)} ${en} at least, ${have} stand ready: add them first`,
      ),
    ]
  })
}

function stepFaults(steps: readonly PlanStep[]): ConditionFault[] {
  if (steps.length === 0) return [fault('steps', '至少要有一个步骤', 'at least one step')]
  const ids = steps.map(({ id }) => id)
  return steps.flatMap((step, i) => {
    const place = `steps.${i}`
    const before = step.after === null ? undefined : steps.slice(0, i).find(({ id }) => id === step.after)
    return [
      ...(isBlank(step.zh) ? [fault(`${place}.zh`, '写明步骤', 'say what is done')] : []),
      ...(isBlank(step.role) ? [fault(`${place}.role`, '指定由谁做', 'say who does it')] : []),
      ...(isWhole(step.limitMinutes)
        ? []
        : [fault(`${place}.limitMinutes`, '限时至少 1 分钟', 'the limit is a minute at least')]),
      ...(ids.indexOf(step.id) === i ? [] : [fault(`${place}.id`, '步骤编号重复', 'the step stands there twice')]),
      ...(step.after !== null && !before
        ? [fault(`${place}.after`, '前置步骤要排在它前面', 'the step it waits for comes before it')]
        : []),
      ...(before && before.limitMinutes > step.limitMinutes
        ? [
            fault(
              `${place}.limitMinutes`,
              '限时不能早于前置步骤',
              'its limit is not before that of the step it waits for',
            ),
          ]
        : []),
    ]
  })
}

function textFaults({ messages, page }: ContingencyPlan): ConditionFault[] {
  const texts = [
    ...messages.map(({ zh }, i) => ({ field: `messages.${i}`, text: zh })),
    { field: 'page', text: `${page.titleZh}\n${page.bodyZh}` },
  ]
  const holes = texts.flatMap(({ field, text }) =>
    templateFaults(text).map((name) =>
      fault(
        field,
        `不认识的占位符“{${name}}”：换成可填写的`,
        `the placeholder {${name}} is not known: use one that can be filled`,
      ),
    ),
  )
  const empty = [
    ...(messages.length === 0 ? [fault('messages', '至少备一条话术', 'prepare at least one message')] : []),
    ...(isBlank(page.titleZh) || isBlank(page.bodyZh)
      ? [fault('page', '应急页面要事先写好', 'the emergency page is written beforehand')]
      : []),
  ]
  return [...empty, ...holes]
}

function goalFaults({ goals, stopAfterMinutes }: ContingencyPlan): ConditionFault[] {
  const { detectMinutes, startMinutes, restoreMinutes } = goals
  const whole = [detectMinutes, startMinutes, restoreMinutes].every(isWhole)
  return [
    ...(whole ? [] : [fault('goals', '发现、启动、恢复的目标都至少 1 分钟', 'each goal is a minute at least')]),
    ...(isWhole(stopAfterMinutes)
      ? []
      : [
          fault(
            'stopAfterMinutes',
            '写明终止条件：恢复正常持续多少分钟',
            'say for how long all must be fine before it ends',
          ),
        ]),
  ]
}

/** Empty when a shop may adopt the plan (P15.01): a trigger, an owner, timed steps, resources, messages, a page, an end. */
export function planFaults(plan: ContingencyPlan, playbooks: ReadonlySet<string>): ConditionFault[] {
  const { nameZh, owner, trigger } = plan
  const unknown = plan.playbooks.filter((id) => !playbooks.has(id))
  return [
    ...(isBlank(nameZh) ? [fault('nameZh', '填写名称', 'give it a name')] : []),
    ...(isBlank(owner) ? [fault('owner', '指定负责人', 'name an owner')] : []),
    ...(trigger === null
      ? [
          fault(
            'trigger',
            '指定触发指标：没有触发指标的预案不能采用',
            'name the figure that sets it off: a plan without one is refused',
          ),
        ]
      : conditionFaults(trigger).map(({ field, ...words }) => ({ field: `trigger.${field}`, ...words }))),
    ...stepFaults(plan.steps),
    ...resourceFaults(plan),
    ...textFaults(plan),
    ...goalFaults(plan),
    ...unknown.map((id) => fault('playbooks', `没有自动化“${id}”`, `there is no playbook ${id}`)),
  ]
}
