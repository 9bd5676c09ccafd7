import type { PlaybookGain, Store } from '@zhanggui/contract'
import { businessDayOf } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { findPlaybook } from '../playbooks/records/list-playbooks.ts'
import { playbookOf } from '../playbooks/records/sentences.ts'
import { askWorker } from './ask-worker.ts'
import { nextBigDay } from './start-drill.ts'

/** A shop of middling size; the share that is kept back hardly depends on it. */
const SCALE = 6

const NONE: PlaybookGain = { plan: null, planZh: '', planEn: '', days: [], gainCents: 0, keptShare: null }

/** The simulated market with exactly this playbook of the shop on and off, over some seeded days. Errors: throws `not_found`. */
export async function askGain(context: Context, store: Store, id: string, days: number): Promise<PlaybookGain> {
  const row = await findPlaybook(context, store.id, id)
  const seeds = Array.from({ length: days }, (_, i) => String(i + 1))
  const day = nextBigDay(businessDayOf(context.clock.now(), store.timezone))
  const answer = await askWorker({ kind: 'gain', playbook: playbookOf(id, row.body), seeds, day, scale: SCALE })
  return answer.kind === 'gained' && answer.gain ? { ...answer.gain, days: [...answer.gain.days] } : NONE
}
