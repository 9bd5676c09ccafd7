import { createRng, type Rng } from '@zhanggui/kernel'
import type { Notice } from './attempt.ts'
import type { StatementLine } from './reconcile.ts'

/** How badly a provider behaves; shares in basis points of what it is asked. */
export type ProviderFaults = {
  /** Notices come after so many ms; a share of them after ten times as many. */
  noticeMs: number
  delayedBp: number
  duplicateBp: number
  lostBp: number
  /** After the true notice comes one that says the opposite. */
  contradictBp: number
  declineBp: number
  /** Requests that end in an error although, or before, they were carried out. */
  errorBp: number
  /** Times in which a share of requests is not answered at all, UTC ms; half of them are carried out nevertheless. */
  outages: readonly { from: number; until: number; shareBp: number }[]
}

export const NO_FAULTS: ProviderFaults = {
  noticeMs: 200,
  delayedBp: 0,
  duplicateBp: 0,
  lostBp: 0,
  contradictBp: 0,
  declineBp: 0,
  errorBp: 0,
  outages: [],
}

/** What a request comes back with: accepted for processing, an error, or nothing until the caller gives up. */
export type Reply = 'accepted' | 'error' | 'timeout'

type Book = { cents: number; outcome: 'charged' | 'declined' }
type Due = { at: number; notice: Notice }

/** What a provider keeps over a restart: what it charged and refunded, and the notices it has still to send. */
export type SimulatedBooks = {
  charges: [string, Book][]
  refunds: [string, { attemptId: string; cents: number }][]
  notices: Due[]
}

/**
 * A payment provider for rehearsals and tests: seeded, on the caller's clock, as unreliable as it is told to be, and honest in its
 * books. The same attempt or refund id is carried out once however often it is asked for, as every real provider promises.
 */
export class SimulatedProvider {
  readonly providerId: string
  faults: ProviderFaults
  private readonly rng: Rng
  private readonly charges: Map<string, Book>
  private readonly refunds: Map<string, { attemptId: string; cents: number }>
  private notices: Due[]

  constructor(providerId: string, options: { seed: string; faults?: ProviderFaults; books?: SimulatedBooks }) {
    this.providerId = providerId
    this.faults = options.faults ?? NO_FAULTS
    this.rng = createRng(`${providerId}-${options.seed}`)
    this.charges = new Map(options.books?.charges)
    this.refunds = new Map(options.books?.refunds)
    this.notices = [...(options.books?.notices ?? [])]
  }

  charge(attemptId: string, cents: number, now: number): Reply {
    const isOut = this.isOut(now)
    if (isOut && this.draw(5000)) return 'timeout'
    const isError = this.draw(this.faults.errorBp)
    if (isError && this.draw(5000)) return 'error'
    if (!this.charges.has(attemptId)) {
      const outcome = this.draw(this.faults.declineBp) ? 'declined' : 'charged'
      this.charges.set(attemptId, { cents, outcome })
      this.announce({ attemptId, outcome, cents }, now)
    }
    return isOut ? 'timeout' : isError ? 'error' : 'accepted'
  }

  refund(refundId: string, { attemptId, cents }: { attemptId: string; cents: number }, now: number): Reply {
    if (this.isOut(now)) return 'timeout'
    if (this.draw(this.faults.errorBp)) return 'error'
    this.refunds.set(refundId, this.refunds.get(refundId) ?? { attemptId, cents })
    return 'accepted'
  }

  /** What is true of an attempt, or undefined when it is not known or nobody answers. */
  query(attemptId: string, now: number): Notice | 'unknown' | 'timeout' {
    if (this.isOut(now)) return 'timeout'
    const book = this.charges.get(attemptId)
    return book ? { attemptId, outcome: book.outcome, cents: book.cents } : 'unknown'
  }

  /** Notices that have become due, in the order in which they arrive. */
  takeNotices(now: number): Notice[] {
    const due = this.notices.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at)
    this.notices = this.notices.filter(({ at }) => at > now)
    return due.map(({ notice }) => notice)
  }

  statement(): StatementLine[] {
    const charges = [...this.charges].flatMap(([attemptId, { cents, outcome }]): StatementLine[] =>
      outcome === 'charged' ? [{ kind: 'charge', attemptId, cents }] : [],
    )
    const refunds = [...this.refunds].map(
      ([refundId, { attemptId, cents }]): StatementLine => ({
        kind: 'refund',
        refundId,
        attemptId,
        cents,
      }),
    )
    return [...charges, ...refunds]
  }

  books(): SimulatedBooks {
    return { charges: [...this.charges], refunds: [...this.refunds], notices: this.notices }
  }

  private draw(bp: number): boolean {
    return bp > 0 && this.rng.int(10_000) < bp
  }

  private isOut(now: number): boolean {
    const outage = this.faults.outages.find(({ from, until }) => from <= now && now < until)
    return outage !== undefined && this.draw(outage.shareBp)
  }

  private announce(notice: Notice, now: number): void {
    const { noticeMs, delayedBp, duplicateBp, lostBp, contradictBp } = this.faults
    if (this.draw(lostBp)) return
    const at = now + noticeMs * (this.draw(delayedBp) ? 10 : 1)
    this.notices.push({ at, notice })
    if (this.draw(duplicateBp)) this.notices.push({ at: at + noticeMs, notice })
    if (!this.draw(contradictBp)) return
    const outcome = notice.outcome === 'charged' ? 'error' : 'charged'
    this.notices.push({ at: at + 1, notice: { ...notice, outcome } })
  }
}
