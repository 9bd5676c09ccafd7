import type { BoardSource } from '../board/board-source.ts'
import { keep } from './keep.ts'
import type { TableVersions } from './table-versions.ts'

type About = { day: string; basis: string }
const dayAndBasis = (_subject: unknown, { day, basis }: About): string => `${day} ${basis}`

/** How long the parts of a live board are kept; what is not named is asked at every look. */
const SECONDS = {
  people: 1,
  online: 3,
  hour: 3,
  items: 5,
  target: 5,
  shelf: 60,
  bounceRate: 20,
  spend: 60,
  subject: 60,
  past: 600,
}

const ms = (seconds: number): { everyMs: number } => ({ everyMs: seconds * 1000 })

/** Keeps the answer to each of a few questions that are asked in turn. */
function keepEach<A extends readonly unknown[], T>(ask: (...about: A) => Promise<T>): (...about: A) => Promise<T> {
  const byQuestion = new Map<string, (...about: A) => Promise<T>>()
  return (...about) => {
    const key = JSON.stringify(about.at(-1))
    const kept = byQuestion.get(key) ?? keep(ask, ms(SECONDS.shelf))
    byQuestion.set(key, kept)
    return kept(...about)
  }
}

/** An answer that only new rows of a table change. */
const UNTIL_CHANGED = { everyMs: Number.POSITIVE_INFINITY }

/**
 * The source of a live board: what an event or an order moves is asked again when one came in, the costly parts as seldom as they
 * may be. `versions` tells the tables' versions at the current look.
 */
export function keptSource(source: BoardSource, versions: () => TableVersions): BoardSource {
  const orders = (): string => versions().order_lines ?? ''
  const itemsKey: (...about: Parameters<BoardSource['items']>) => string = (_subject, { basis, span }) =>
    `${basis} ${span.clock.day}`
  const recent = keep(source.items, { ...ms(SECONDS.items), keyOf: (s, a) => `${itemsKey(s, a)} ${a.span.from}` })
  const whole = keep(source.items, { ...ms(SECONDS.items), keyOf: itemsKey })
  return {
    ...source,
    subject: keep(source.subject, ms(SECONDS.subject)),
    lastDay: keep(source.lastDay, ms(SECONDS.past)),
    target: keep(source.target, { ...ms(SECONDS.target), keyOf: (_s, day) => day }),
    sales: keep(source.sales, { ...UNTIL_CHANGED, keyOf: (_s, { day }) => `${day} ${orders()}` }),
    paidMinutes: keep(source.paidMinutes, { ...UNTIL_CHANGED, keyOf: (_s, day) => `${day} ${orders()}` }),
    online: keep(source.online, { ...ms(SECONDS.online), keyOf: ({ day }) => day }),
    people: keep(source.people, { ...ms(SECONDS.people), keyOf: ({ day }) => day }),
    hour: keep(source.hour, { ...ms(SECONDS.hour), keyOf: (_s, { day }) => day }),
    spend: keep(source.spend, { ...ms(SECONDS.spend), keyOf: (_s, { day }) => day }),
    bounceRate: keep(source.bounceRate, { ...ms(SECONDS.bounceRate), keyOf: (_s, { day }) => day }),
    usual: keep(source.usual, { ...ms(SECONDS.past), keyOf: dayAndBasis }),
    compared: keep(source.compared, { ...ms(SECONDS.past), keyOf: dayAndBasis }),
    items: (subject, about) => (about.span.from === 0 ? whole(subject, about) : recent(subject, about)),
    pastItems: keepEach(source.pastItems),
    paidByDay: keep(source.paidByDay, { ...ms(SECONDS.past), keyOf: (_s, { from, to }) => `${from} ${to}` }),
    inbound: keep(source.inbound, { ...ms(SECONDS.shelf), keyOf: ({ from, to }) => `${from} ${to}` }),
    shelf: keepEach(source.shelf),
    committed: keep(source.committed, { ...ms(SECONDS.bounceRate), keyOf: ({ day }) => day }),
    titles: keep(source.titles, { ...ms(SECONDS.past), keyOf: (items) => items.join('\n') }),
  }
}
