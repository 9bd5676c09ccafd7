import type { FastifyInstance } from 'fastify'
import type { Context } from '../../../context.ts'
import { moveSite } from './move-site.ts'
import type { Desks } from './read-availability.ts'

const LOOK_MS = 5000
/** An attack that the door cannot cope with for so long is left to the other site, which has a door of its own. */
const ENDURED_LOOKS = 6

/** What is looked at: a shop that is under attack at a server that leaves everything but trade out already, and is full all the same. */
export type AttackedSite = { isUnderAttack: boolean; level: number }

/** Counts how long it has been so; true once, when it is time to go. */
export class Endurance {
  private looks = 0

  isOver({ isUnderAttack, level }: AttackedSite): boolean {
    this.looks = isUnderAttack && level === 3 ? this.looks + 1 : 0
    if (this.looks < ENDURED_LOOKS) return false
    this.looks = 0
    return true
  }
}

/** Hands the lead of an attacked shop over to the site in step (P7.15 → P7.08), with an entry in the trail. Where there is none it stays. */
export function leaveAttackedSite(app: FastifyInstance, context: Context, { desk, attacks }: Desks): void {
  if (!context.settings.site) return
  const endured = new Map<string, Endurance>()
  let timer: NodeJS.Timeout | undefined
  async function look(): Promise<void> {
    for (const store of attacks.stores()) {
      const endurance = endured.get(store) ?? new Endurance()
      endured.set(store, endurance)
      if (!endurance.isOver({ isUnderAttack: attacks.now(store).isUnderAttack, level: desk.ofLoad })) continue
      const reason = '攻击持续、降级后仍满载，自动移交 / attacked and full although everything else is left out'
      await moveSite(context, { store, actor: 'system' }, { move: 'hand_over', reason, acceptLoss: false }).catch(
        (cause: unknown) => context.log.warn({ store, cause }, 'attacked, and there is nobody to hand over to'),
      )
    }
  }
  app.addHook('onReady', async () => {
    timer = setInterval(() => void look(), LOOK_MS)
    timer.unref()
  })
  app.addHook('onClose', async () => clearInterval(timer))
}
