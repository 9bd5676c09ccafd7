import { type Change, type Fields, numberOf, type Subject, subjectsOf } from '../playbooks/change.ts'
import { type ActionType, cannot, changing, numberParam, type Occasion, percent, textParam } from './action-type.ts'

type Channel = { subject: Subject; fields: Fields }

/** Those that the occasion is about, all without one. */
const aboutOf = (channels: readonly Channel[], { tags }: Occasion): Channel[] =>
  channels.filter(({ subject }) => tags.channel === undefined || tags.channel === subject.id)

const stateChange = ({ subject }: Channel, before: string, after: string): Change => ({
  subject,
  field: 'state',
  before,
  after,
})

export const pauseChannel: ActionType = {
  id: 'pauseChannel',
  nameZh: '暂停投放',
  nameEn: 'Pause a channel',
  params: [{ key: 'role', zh: '通知', en: 'tell', kind: 'text', maxLength: 40, initial: 'media' }],
  reads: ['channel'],
  leastApproval: 'auto',
  plan: (params, world, occasion) => {
    const on = aboutOf(subjectsOf(world, 'channel'), occasion).filter(({ fields }) => fields.state === 'on')
    if (occasion.tags.channel === undefined) return cannot('noneNamed', '没有指明渠道', 'no channel is named')
    if (on.length === 0) return cannot('noneOn', '该渠道没有在投放', 'the channel is not on')
    const zh = `已暂停投放：${on.map(({ subject }) => subject.id).join('、')}`
    const en = `paused: ${on.map(({ subject }) => subject.id).join(', ')}`
    return changing(
      on.map((channel) => stateChange(channel, 'on', 'paused')),
      [{ kind: 'notify', role: textParam(params, 'role'), zh, en }],
    )
  },
  say: () => ({ zh: '暂停该渠道投放', en: 'pause the channel that it is about' }),
}

/** Backup channels stand ready in the state `backup`; the most productive ones are opened first (P15.02). */
export const openBackup: ActionType = {
  id: 'openBackup',
  nameZh: '启用备用渠道',
  nameEn: 'Open backup channels',
  params: [{ key: 'most', zh: '最多启用', en: 'at most', kind: 'number', min: 1, max: 10, initial: 2 }],
  reads: ['channel'],
  leastApproval: 'auto',
  plan: (params, world) => {
    const ready = subjectsOf(world, 'channel').filter(({ fields }) => fields.state === 'backup')
    if (ready.length === 0)
      return cannot('noBackup', '没有备用渠道，请先在投放里登记', 'no backup channel is registered')
    const best = ready.toSorted((a, b) => (numberOf(b.fields, 'roi') ?? 0) - (numberOf(a.fields, 'roi') ?? 0))
    return changing(best.slice(0, numberParam(params, 'most')).map((channel) => stateChange(channel, 'backup', 'on')))
  },
  say: (params) => ({
    zh: `启用回报最高的 ${numberParam(params, 'most')} 个备用渠道`,
    en: `open the ${numberParam(params, 'most')} backup channels with the best return`,
  }),
}

/** One bounded step of a bid towards the return that is wanted: up where a yuan brings more, down where it brings less. */
export const adjustBid: ActionType = {
  id: 'adjustBid',
  nameZh: '调整出价',
  nameEn: 'Adjust bids',
  params: [
    { key: 'wantedRoi', zh: '期望边际回报', en: 'wanted return', kind: 'number', min: 0.1, max: 50, initial: 2 },
    { key: 'step', zh: '每步幅度', en: 'step', kind: 'share', min: 0.01, max: 0.2, initial: 0.1 },
    { key: 'tolerance', zh: '容差', en: 'tolerance', kind: 'share', min: 0, max: 0.5, initial: 0.1 },
  ],
  reads: ['channel'],
  leastApproval: 'auto',
  plan: (params, world, occasion) => {
    const [wanted, step, tolerance] = ['wantedRoi', 'step', 'tolerance'].map((key) => numberParam(params, key)) as [
      number,
      number,
      number,
    ]
    const changes = aboutOf(subjectsOf(world, 'channel'), occasion).flatMap(({ subject, fields }): Change[] => {
      const [bid, least, most, roi] = ['bidCents', 'leastBidCents', 'mostBidCents', 'marginalRoi'].map((field) =>
        numberOf(fields, field),
      )
      if (fields.state !== 'on' || bid == null || least == null || most == null || roi == null) return []
      const direction = roi > wanted * (1 + tolerance) ? 1 : roi < wanted * (1 - tolerance) ? -1 : 0
      // Towards zero change, so that a step is never larger than stated.
      const moved = bid + direction * Math.floor(bid * step)
      const after = Math.min(most, Math.max(least, moved))
      return after === bid ? [] : [{ subject, field: 'bidCents', before: bid, after }]
    })
    return changes.length > 0
      ? changing(changes)
      : cannot('withinTolerance', '回报都在容差内，或出价已到上下限', 'all within tolerance, or at their limits')
  },
  say: (params) => ({
    zh: `边际回报偏离 ${numberParam(params, 'wantedRoi')} 超过 ${percent(numberParam(params, 'tolerance'))} 的渠道，出价每次调 ${percent(numberParam(params, 'step'))}，不出上下限`,
    en: `move bids by ${percent(numberParam(params, 'step'))} where the marginal return is more than ${percent(numberParam(params, 'tolerance'))} off ${numberParam(params, 'wantedRoi')}, within their limits`,
  }),
}
