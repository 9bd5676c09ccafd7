import type { ServiceLevel } from '@zhanggui/orders'

/** Requests that a step leaves out: the first words of the address below the shop, and how they are asked. */
type Shed = { path: RegExp; methods?: readonly string[] }

export type LadderStep = {
  level: Exclude<ServiceLevel, 0>
  zh: string
  en: string
  /** What is left out from this level on. */
  sheds: readonly Shed[]
  /** Jobs of the clock that wait meanwhile. */
  jobs: readonly string[]
}

const WRITING = ['POST', 'PUT', 'PATCH']

/**
 * What is left out, first things first. Orders, payments, prices, alerts, contingency plans and whatever is needed to steer stand on no
 * step and are never left out.
 */
export const SHED_LADDER: readonly LadderStep[] = [
  {
    level: 1,
    zh: '报告生成、演练、回测、文档导出延后',
    en: 'Reports, drills, replays and documents wait',
    sheds: [
      { path: /^(reports|drills|rule-rehearsals|alert-replay)(\/|$)/, methods: WRITING },
      { path: /\/(gain|rehearse|document|report)$/ },
    ],
    jobs: ['reports', 'drills', 'hour-tops', 'partner-levels'],
  },
  {
    level: 2,
    zh: '分析查询、预测、导入暂停',
    en: 'Analyses, forecasts and imports stop',
    sheds: [
      { path: /^(query|review|quality|forecast|season-outlook|ranks|attribution|funnel|cohorts|price-audit)([./]|$)/ },
      { path: /^(imports|uploads|mappings)(\/|$)/, methods: WRITING },
    ],
    jobs: ['games', 'rebate-cards', 'campaign-phases'],
  },
  {
    level: 3,
    zh: '其余全部暂停，只留下单、支付、算价、告警与预案',
    en: 'Everything else stops; orders, payments, prices, alerts and contingency plans stay',
    sheds: [
      {
        path: /^(?!(trade|orders|payments|price|coupons|points|live|alerts|contingency-\w+|plan-readings|service-level|availability|site-moves|order-line|load-reports|playbook-pause|playbook-runs|levers)(\/|\?|$))./,
      },
    ],
    jobs: ['programmes', 'clock-policies', 'reminders'],
  },
]

const OF_STORE = /^\/v1\/stores\/([^/?]+)\/([^?]*)/

/** The shop that a request is about and the level from which it is left out; `undefined`: never. */
export function shedFrom({
  method,
  url,
}: {
  method: string
  url: string
}): { store: string; level: ServiceLevel } | undefined {
  const [, store, path] = OF_STORE.exec(url) ?? []
  if (!store || !path) return undefined
  const step = SHED_LADDER.find(({ sheds }) =>
    sheds.some((shed) => shed.path.test(path) && (shed.methods?.includes(method) ?? true)),
  )
  return step && { store, level: step.level }
}

/** The level from which a job of the clock waits; 4: never. */
export const jobWaitsFrom = (job: string): number => SHED_LADDER.find(({ jobs }) => jobs.includes(job))?.level ?? 4
