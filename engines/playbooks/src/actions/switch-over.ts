import { type Fields, numberOf, type Subject, subjectsOf } from '../playbooks/change.ts'
import { type ActionType, cannot, changing, numberParam, percent, textParam } from './action-type.ts'

/** `state`: `on`, `failed` or `backup`; `health`: share of what it is asked that succeeds; `costCents` of one use. */
type Route = { subject: Subject; fields: Fields }

export const ROUTE_TYPES = ['carrier', 'payment', 'site'] as const

const NAMES: Readonly<Record<string, { zh: string; en: string }>> = {
  carrier: { zh: '物流商', en: 'carrier' },
  payment: { zh: '支付渠道', en: 'payment partner' },
  site: { zh: '机房', en: 'site' },
}

const nameOf = (type: string) => NAMES[type] ?? { zh: type, en: type }

/** Healthy backups, the cheapest first; ties by id. */
const backupsOf = (routes: readonly Route[], healthMin: number): Route[] =>
  routes
    .filter(({ fields }) => fields.state === 'backup' && (numberOf(fields, 'health') ?? 0) >= healthMin)
    .toSorted((a, b) => (numberOf(a.fields, 'costCents') ?? 0) - (numberOf(b.fields, 'costCents') ?? 0))

/** Away from what fails, to what stands ready: carriers (P5.18), payment partners (P7.05), sites (P7.08). */
export const switchOver: ActionType = {
  id: 'switchOver',
  nameZh: '故障切换',
  nameEn: 'Switch over',
  params: [
    { key: 'type', zh: '切换什么', en: 'what', kind: 'choice', values: ROUTE_TYPES, initial: 'carrier' },
    { key: 'healthMin', zh: '健康度低于', en: 'health below', kind: 'share', min: 0.1, max: 1, initial: 0.7 },
  ],
  reads: ROUTE_TYPES,
  leastApproval: 'auto',
  plan: (params, world) => {
    const { zh, en } = nameOf(textParam(params, 'type'))
    const healthMin = numberParam(params, 'healthMin')
    const routes = subjectsOf(world, textParam(params, 'type'))
    const failing = routes.filter(
      ({ fields }) => fields.state === 'on' && (numberOf(fields, 'health') ?? 1) < healthMin,
    )
    const [best] = backupsOf(routes, healthMin)
    if (failing.length === 0) return cannot('noneFailing', `没有故障的${zh}`, `no ${en} is failing`)
    if (!best) return cannot('noBackup', `没有可用的备用${zh}，请先登记`, `no backup ${en} is ready: register one`)
    return changing([
      ...failing.map(({ subject }) => ({ subject, field: 'state', before: 'on', after: 'failed' })),
      { subject: best.subject, field: 'state', before: 'backup', after: 'on' },
    ])
  },
  say: (params) => {
    const { zh, en } = nameOf(textParam(params, 'type'))
    const health = percent(numberParam(params, 'healthMin'))
    return {
      zh: `健康度低于 ${health} 的${zh}停用，启用成本最低的备用${zh}`,
      en: `leave a ${en} whose health is below ${health} for the cheapest healthy backup`,
    }
  },
}
