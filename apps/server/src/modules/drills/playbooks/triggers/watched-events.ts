import type { Store } from '@zhanggui/contract'
import { type Fields, numberOf, subjectsOf, type World } from '@zhanggui/playbooks'
import type { Context } from '../../../../context.ts'
import { readWorld } from '../bindings/index.ts'
import { readMeasured, withMeasured } from '../measured/index.ts'
import type { Cause } from '../runs/start-run.ts'
import type { PlaybookRow } from '../schema.ts'

const MINUTE_MS = 60_000

/** What is so of one subject that sets an event off; null while it does not. The same words are the same happening. */
type Watch = {
  type: string
  happening(id: string, fields: Fields): { words: string; tags: Record<string, string> } | null
}

/** Events that the shop's own figures show, so that nobody has to report them. */
const WATCHES: Readonly<Record<string, Watch>> = {
  'sold-out': {
    type: 'slot',
    happening: (id, fields) => {
      const stock = numberOf(fields, 'stock')
      if (typeof fields.item !== 'string' || stock === null || stock > 0) return null
      return { words: `${id}=${fields.item}`, tags: { item: fields.item } }
    },
  },
  'rival-price-cut': {
    type: 'price',
    happening: (id, fields) => {
      const [rival, own] = [numberOf(fields, 'rivalCents'), numberOf(fields, 'cents')]
      if (rival === null || own === null || fields.rigid === true || rival >= own) return null
      return { words: `${id}<${rival}`, tags: { sku: id } }
    },
  },
}

export const isWatched = (event: string): boolean => WATCHES[event] !== undefined

/** Where something could be written the playbook is asked again after its cooldown while it is still so; else once. */
function turnOf({ body }: PlaybookRow, now: Date): string {
  if (body.shadow || body.approval !== 'auto') return 'once'
  return String(Math.floor(now.getTime() / (body.limits.cooldownMinutes * MINUTE_MS)))
}

async function readSeen(context: Context, store: Store, type: string, now: Date): Promise<World> {
  const measured = await readMeasured(context, { store, types: [type], now })
  const kept = await context.records.transaction((tx) => readWorld(tx, { store: store.id, types: [type], now }))
  return withMeasured(kept, measured)
}

/** Whether what an event is about is so now, by measured fields. Shape: the cause of a run; null while nothing happened. */
export async function judgeWatched(context: Context, store: Store, row: PlaybookRow, now: Date): Promise<Cause | null> {
  const { trigger } = row.body
  const watch = trigger.kind === 'event' ? WATCHES[trigger.event] : undefined
  if (!watch) return null
  const world = await readSeen(context, store, watch.type, now)
  const happened = subjectsOf(world, watch.type).flatMap(
    ({ subject, fields }) => watch.happening(subject.id, fields) ?? [],
  )
  const [first] = happened
  if (!first) return null
  const words = happened.map((one) => one.words).join(' ')
  return { key: `watched/${words}/${turnOf(row, now)}`, tags: first.tags, value: happened.length }
}
