import type { Context } from '../../context.ts'
import type { Leadership } from './leadership.ts'
import type { TickJob } from './tick-job.ts'

/** A job with a long period that failed is not left until its next turn. */
const RETRY_SECONDS = 30

const LOOK_MS = 1000

export type Ticker = {
  /** Begins to look every second. */
  start(): void
  /** One look: starts every job that is due and not still running. Resolves when those have ended. Never rejects. */
  tick(): Promise<void>
  /** Starts nothing more, tells running jobs to end and waits for them. Safe to call twice. */
  stop(): Promise<void>
}

type Slot = { job: TickJob; dueAt: number; startedAt: number; running: boolean }

type Options = {
  context: Context
  jobs: readonly TickJob[]
  leadership: Leadership
  /** A job that may not run now stays due. */
  mayRun?: (job: string) => boolean
}

/**
 * Runs jobs by the injected clock, each with its own period: one round of a job at a time, jobs beside one another, in one
 * process of those that share the records. An error is logged and the job tried again; it stops no other job.
 * A job that was due while nobody looked (restart, slow round) runs once, not once for each missed period.
 */
export function createTicker({ context, jobs, leadership, mayRun = () => true }: Options): Ticker {
  const { clock, log } = context
  const slots = jobs.map((job): Slot => ({ job, dueAt: 0, startedAt: 0, running: false }))
  const stopping = new AbortController()
  const under = new Set<Promise<void>>()
  let timer: NodeJS.Timeout | undefined
  let asking = false

  async function runRound(slot: Slot, now: Date): Promise<void> {
    const { id, everySeconds, run } = slot.job
    Object.assign(slot, { running: true, startedAt: now.getTime(), dueAt: now.getTime() + everySeconds * 1000 })
    try {
      await run(context, { now, signal: stopping.signal })
    } catch (cause) {
      log.error({ job: id, cause }, 'ticker: a job failed and is tried again')
      slot.dueAt = now.getTime() + Math.min(everySeconds, RETRY_SECONDS) * 1000
    } finally {
      slot.running = false
    }
  }

  async function leads(): Promise<boolean> {
    // A store that answers slowly is not asked again each second.
    if (asking) return false
    asking = true
    try {
      return await leadership.isLeader()
    } catch (cause) {
      log.warn({ cause }, 'ticker: the record store does not answer; no job runs until it does')
      return false
    } finally {
      asking = false
    }
  }

  async function look(): Promise<void> {
    if (stopping.signal.aborted || !(await leads())) return
    if (stopping.signal.aborted) return
    const now = clock.now()
    await Promise.all(
      slots.filter((slot) => isDue(slot, now.getTime()) && mayRun(slot.job.id)).map((slot) => runRound(slot, now)),
    )
  }

  function tick(): Promise<void> {
    const looking = look().finally(() => under.delete(looking))
    under.add(looking)
    return looking
  }

  return {
    tick,
    start() {
      timer ??= setInterval(() => void tick(), LOOK_MS)
    },
    async stop() {
      clearInterval(timer)
      stopping.abort()
      await Promise.all(under)
      await leadership.close()
    },
  }
}

/** A clock that was set back would otherwise keep a job waiting until it has caught up. */
const isDue = ({ running, dueAt, startedAt }: Slot, now: number): boolean =>
  !running && (now >= dueAt || now < startedAt)
