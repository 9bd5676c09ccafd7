import { type Change, numberOf, subjectsOf } from '../playbooks/change.ts'
import { type ActionType, cannot, changing, numberParam, percent, yuan } from './action-type.ts'

/** Opens part of the budget's reserve, `releasedCents` of `reserveCents`, for what the playbook answers. */
export const releaseReserve: ActionType = {
  id: 'releaseReserve',
  nameZh: '释放机动预算',
  nameEn: 'Release reserve',
  params: [
    { key: 'cents', zh: '金额', en: 'amount', kind: 'money', min: 1, max: 1_000_000_000_00, initial: 1_000_000 },
    {
      key: 'most',
      zh: '不超过机动预算的',
      en: 'at most of the reserve',
      kind: 'share',
      min: 0.01,
      max: 1,
      initial: 0.3,
    },
  ],
  reads: ['reserve'],
  leastApproval: 'twoPerson',
  plan: (params, world) => {
    const [reserve] = subjectsOf(world, 'reserve')
    const total = reserve && numberOf(reserve.fields, 'reserveCents')
    const released = reserve && numberOf(reserve.fields, 'releasedCents')
    if (reserve === undefined || total == null || released == null)
      return cannot('noReserve', '预算里没有机动预算', 'the budget has no reserve')
    const room = Math.floor(total * numberParam(params, 'most')) - released
    const amount = Math.min(numberParam(params, 'cents'), room)
    if (amount <= 0) return cannot('reserveUsed', '机动预算可释放部分已用完', 'what may be released is used up')
    return changing([{ subject: reserve.subject, field: 'releasedCents', before: released, after: released + amount }])
  },
  say: (params) => ({
    zh: `释放机动预算 ${yuan(numberParam(params, 'cents'))} 元，累计不超过 ${percent(numberParam(params, 'most'))}`,
    en: `release ${yuan(numberParam(params, 'cents'))} yuan of the reserve, ${percent(numberParam(params, 'most'))} of it in all at most`,
  }),
}

/**
 * 裂变红包系数 (P10.09), in basis points of the planned packet: up while a new buyer costs less than the limit and budget is
 * left, down when dearer. `costCents`: what a new buyer cost lately; null without any.
 */
export const tuneFission: ActionType = {
  id: 'tuneFission',
  nameZh: '调裂变系数',
  nameEn: 'Tune the fission packet',
  params: [
    { key: 'cacCents', zh: '新客成本上限', en: 'cost limit', kind: 'money', min: 1, max: 100_000_00, initial: 3_000 },
    { key: 'step', zh: '每步幅度', en: 'step', kind: 'share', min: 0.01, max: 0.3, initial: 0.1 },
    { key: 'least', zh: '系数下限', en: 'least', kind: 'share', min: 0.1, max: 1, initial: 0.5 },
    { key: 'most', zh: '系数上限', en: 'most', kind: 'share', min: 1, max: 3, initial: 1.5 },
  ],
  reads: ['fission'],
  leastApproval: 'auto',
  plan: (params, world) => {
    const limit = numberParam(params, 'cacCents')
    const changes = subjectsOf(world, 'fission').flatMap(({ subject, fields }): Change[] => {
      const [now, cost, left] = ['coefficient', 'costCents', 'budgetLeftCents'].map((field) => numberOf(fields, field))
      if (now == null || cost == null || left == null) return []
      const direction = cost > limit || left <= 0 ? -1 : cost < limit ? 1 : 0
      const moved = now + direction * Math.floor(now * numberParam(params, 'step'))
      const [least, most] = [numberParam(params, 'least') * 10_000, numberParam(params, 'most') * 10_000]
      const after = Math.round(Math.min(most, Math.max(least, moved)))
      return after === now ? [] : [{ subject, field: 'coefficient', before: now, after }]
    })
    return changes.length > 0
      ? changing(changes)
      : cannot('atLimit', '裂变系数已到上下限，或还没有新客', 'at its limits, or nobody new came yet')
  },
  say: (params) => ({
    zh: `新客成本低于 ${yuan(numberParam(params, 'cacCents'))} 元时裂变系数每次上调 ${percent(numberParam(params, 'step'))}，高于或预算用完时下调`,
    en: `raise the fission packet by ${percent(numberParam(params, 'step'))} while a new buyer costs less than ${yuan(numberParam(params, 'cacCents'))} yuan, lower it when dearer or out of budget`,
  }),
}
