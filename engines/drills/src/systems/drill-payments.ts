import {
  type Attempt,
  chooseProvider,
  DEFAULT_HEALTH,
  hearNotice,
  hearTruth,
  letTimePass,
  NO_FAULTS,
  newHealth,
  noteTry,
  overdue,
  type ProviderHealth,
  type ProviderTerms,
  SimulatedProvider,
  type StatementLine,
} from '@zhanggui/orders'

const TERMS: readonly ProviderTerms[] = [
  { providerId: 'first', feeBp: 38, feeFixedCents: 0, isOn: true },
  { providerId: 'second', feeBp: 60, feeFixedCents: 0, isOn: true },
]
/** So long an answer is waited for before the provider is asked, and the buyer pays by another. */
const PATIENCE_MS = 2000
/** A cheaper provider is changed to when it saves a tenth of a per cent. */
const SWITCH_BP = 10

type Paying = { attempt: Attempt; onPaid: () => void; tried: string[] }

/** Payments by two providers on the drill's clock: chosen by health and cost, asked when they are silent, never charged twice in the end. */
export class DrillPayments {
  /** When the first charge went to the second provider. */
  switchedAt: number | null = null
  private readonly providers: ReadonlyMap<string, SimulatedProvider>
  private health = new Map<string, ProviderHealth>(TERMS.map(({ providerId }) => [providerId, newHealth(providerId)]))
  private current: string | undefined
  private readonly open = new Map<string, Paying>()
  private readonly paid = new Map<string, string>()
  private readonly surplus: { attemptId: string; providerId: string; cents: number }[] = []

  constructor(seed: string, outage: { from: number; until: number; shareBp: number } | undefined) {
    const faults = (id: string) => (id === 'first' && outage ? { ...NO_FAULTS, outages: [outage] } : NO_FAULTS)
    this.providers = new Map(
      TERMS.map(({ providerId }) => [
        providerId,
        new SimulatedProvider(providerId, { seed, faults: faults(providerId) }),
      ]),
    )
  }

  pay(
    orderId: string,
    cents: number,
    { now, onPaid, tried = [] }: { now: number; onPaid: () => void; tried?: string[] },
  ): void {
    const choice = chooseProvider({
      amountCents: cents,
      terms: TERMS,
      health: this.health,
      current: this.current,
      tried,
      policy: DEFAULT_HEALTH,
      switchBp: SWITCH_BP,
    })
    const provider = choice && this.providers.get(choice.providerId)
    if (!provider) return
    const { providerId } = provider
    if (providerId === 'second') this.switchedAt ??= now
    this.current = providerId
    const attemptId = `${orderId}/${tried.length}`
    const attempt: Attempt = {
      attemptId,
      orderId,
      providerId,
      cents,
      state: 'sent',
      sentAt: now,
      answeredAt: 0,
      contradictions: 0,
    }
    this.open.set(attemptId, { attempt, onPaid, tried: [...tried, providerId] })
    const reply = provider.charge(attemptId, cents, now)
    if (reply !== 'timeout') this.note(providerId, reply === 'error' ? 'error' : 'fine', now)
  }

  passTime(now: number): void {
    for (const [id, health] of this.health) this.health.set(id, letTimePass(health, now))
    for (const provider of this.providers.values())
      for (const notice of provider.takeNotices(now)) {
        const paying = this.open.get(notice.attemptId)
        if (paying) this.settle(paying, hearNotice(paying.attempt, notice, now).takeMoney)
      }
    for (const paying of [...this.open.values()])
      if (overdue(paying.attempt, now, PATIENCE_MS)) this.askOrGoOn(paying, now)
  }

  /** Money charged for orders that were paid by another attempt: given back, none is left. */
  refundSurplus(now: number): void {
    for (const { attemptId, providerId, cents } of this.surplus)
      this.providers.get(providerId)?.refund(`r${attemptId}`, { attemptId, cents }, now)
  }

  /** Net charges by order, as the providers' own statements say. */
  chargedByOrder(): Map<string, number> {
    const net = new Map<string, number>()
    for (const provider of this.providers.values())
      for (const { kind, attemptId, cents } of provider.statement() as StatementLine[]) {
        const order = attemptId.split('/')[0] ?? ''
        net.set(order, (net.get(order) ?? 0) + (kind === 'charge' ? cents : -cents))
      }
    return net
  }

  /** Attempts that are still open are asked about once more, as a reconciliation does. */
  finish(now: number): void {
    for (const paying of [...this.open.values()]) this.askOrGoOn(paying, now, true)
    this.refundSurplus(now)
  }

  private note(providerId: string, outcome: 'fine' | 'error' | 'timeout', now: number): void {
    const known = this.health.get(providerId) ?? newHealth(providerId)
    this.health.set(providerId, noteTry(known, outcome, now, DEFAULT_HEALTH))
  }

  private askOrGoOn(paying: Paying, now: number, isLast = false): void {
    const { attempt, tried, onPaid } = paying
    const truth = this.providers.get(attempt.providerId)?.query(attempt.attemptId, now) ?? 'timeout'
    if (truth !== 'timeout') {
      this.settle(paying, hearTruth(attempt, truth, now).takeMoney)
      // It never arrived: the buyer pays by another, unless that is under way already.
      const isPaying = [...this.open.values()].some(({ attempt: { orderId } }) => orderId === attempt.orderId)
      if (!isLast && !isPaying && !this.paid.has(attempt.orderId))
        this.pay(attempt.orderId, attempt.cents, { now, onPaid, tried })
      return
    }
    if (attempt.state !== 'sent' || isLast) return
    // Nobody answers: the provider is suspected, the buyer goes on with another, and this try is asked about later.
    this.note(attempt.providerId, 'timeout', now)
    this.open.set(attempt.attemptId, { ...paying, attempt: { ...attempt, state: 'unsure' } })
    if (!this.paid.has(attempt.orderId)) this.pay(attempt.orderId, attempt.cents, { now, onPaid, tried })
  }

  private settle({ attempt, onPaid }: Paying, isMoneyThere: boolean): void {
    this.open.delete(attempt.attemptId)
    if (!isMoneyThere) return
    const { orderId, attemptId, providerId, cents } = attempt
    const before = this.paid.get(orderId)
    if (before === undefined) {
      this.paid.set(orderId, attemptId)
      onPaid()
    } else if (before !== attemptId) this.surplus.push({ attemptId, providerId, cents })
  }
}
