import { earlierDay } from '@zhanggui/calendar'
import { addDays, type BusinessDay, businessDayOf } from '@zhanggui/kernel'
import type { CampaignView, Conflict, ConflictLimits } from './conflict.ts'

const WEEK = 7

type Message = { campaign: string; day: BusinessDay }

/** Messages to one audience, by the shop's day, in order. */
function messagesTo(audience: string, views: readonly CampaignView[]): Message[] {
  return views
    .flatMap(({ id, contacts }) =>
      contacts
        .filter(({ body }) => body.audience === audience)
        .map(({ body }) => ({ campaign: id, day: businessDayOf(new Date(body.at)) })),
    )
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))
}

/** The fullest stretch of so many days that one of `own`'s messages stands in. */
function fullest(
  messages: readonly Message[],
  days: number,
  own: string,
): { from: BusinessDay; inside: Message[] } | null {
  let best: { from: BusinessDay; inside: Message[] } | null = null
  for (const { day } of messages) {
    const inside = messages.filter((m) => m.day >= day && m.day < addDays(day, days))
    const isOwn = inside.some(({ campaign }) => campaign === own)
    if (isOwn && inside.length > (best?.inside.length ?? 0)) best = { from: day, inside }
  }
  return best
}

const unique = (values: readonly string[]): string[] => [...new Set(values)].toSorted()

/** Audiences that hear from the shop too often, counting every campaign. */
export function contactOverload(own: CampaignView, all: readonly CampaignView[], limits: ConflictLimits): Conflict[] {
  const audiences = unique(own.contacts.map(({ body }) => body.audience))
  return audiences.flatMap((audience): Conflict[] => {
    const messages = messagesTo(audience, all)
    const spans = [
      { days: 1, limit: limits.contactsPerDay },
      { days: WEEK, limit: limits.contactsPerWeek },
    ]
    return spans.flatMap(({ days, limit }): Conflict[] => {
      const found = fullest(messages, days, own.id)
      if (!found || found.inside.length <= limit) return []
      const campaigns = unique(found.inside.map(({ campaign }) => campaign))
      return [
        {
          code: 'contact_overload',
          first: own.id,
          campaigns,
          audience,
          contacts: found.inside.length,
          days,
          limit,
          from: found.from,
        },
      ]
    })
  })
}

type Load = { campaign: string; person: string; from: BusinessDay; to: BusinessDay }

/** Open work of people: whoever does it, or answers for it alone. */
const loadOf = ({ id, tasks }: CampaignView): Load[] =>
  tasks
    .filter(({ body }) => body.finished === null)
    .flatMap(({ body: { responsible, accountable, startDay, dueDay } }) =>
      (responsible.length > 0 ? responsible : [accountable])
        .filter((person) => person !== '')
        .map((person) => ({ campaign: id, person, from: startDay ?? dueDay, to: addDays(dueDay, 1) })),
    )

/** People who have more pieces of work at once than one can do, with the fullest days. */
export function teamOverload(
  own: CampaignView,
  all: readonly CampaignView[],
  { tasksAtOnce }: ConflictLimits,
): Conflict[] {
  const loads = all.flatMap(loadOf)
  const people = unique(loadOf(own).map(({ person }) => person))
  return people.flatMap((person): Conflict[] => {
    const mine = loads.filter((load) => load.person === person)
    const at = (day: BusinessDay): Load[] => mine.filter(({ from, to }) => from <= day && day < to)
    const days = unique(mine.filter(({ campaign }) => campaign === own.id).map(({ from }) => from)) as BusinessDay[]
    const peak = days
      .map((day) => ({ day, loads: at(day) }))
      .reduce((a, b) => (b.loads.length > a.loads.length ? b : a))
    if (peak.loads.length <= tasksAtOnce) return []
    const to = peak.loads.map((load) => load.to).reduce(earlierDay)
    const campaigns = unique(peak.loads.map(({ campaign }) => campaign))
    return [
      {
        code: 'team_overload',
        first: own.id,
        campaigns,
        person,
        tasks: peak.loads.length,
        limit: tasksAtOnce,
        from: peak.day,
        to,
      },
    ]
  })
}
