import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import {
  type CommandOf,
  historyWord,
  NO_PROFILE,
  NO_SIGNALS,
  noteOrder,
  noteOutcome,
  type PastRequest,
  type RiskProfile,
  replayFeatures,
} from '../../src/index.ts'

const FOLDER = process.env.ZHANGGUI_DATA ?? join(import.meta.dirname, '../../../../../shared/data')
const FILE = join(FOLDER, 'fraud_handbook/tx_2018_04_06.csv.gz')

export const handbookMissing = existsSync(FILE) ? '' : 'the public data set fraud_handbook is not here'

/** Chargebacks of the handbook's protocol are known a week later. */
export const DELAY_DAYS = 7
const DELAY_MS = DELAY_DAYS * 86_400_000
const FIRST_DAY = Date.UTC(2018, 3, 1)

export type CardPayment = { day: number; at: number; customer: number; terminal: number; cents: number; fraud: boolean }

/** The payments before day `days`, in order of time; no row is kept in the repository. */
export function readPayments(days: number): CardPayment[] {
  const text = gunzipSync(readFileSync(FILE)).toString('latin1')
  const payments: CardPayment[] = []
  for (let from = text.indexOf('\n') + 1; from < text.length; ) {
    const end = text.indexOf('\n', from)
    const cells = text.slice(from, end < 0 ? text.length : end).split(',')
    const day = Number(cells[6])
    if (day >= days) break
    from = end < 0 ? text.length : end + 1
    payments.push({
      day,
      at: FIRST_DAY + Number(cells[5]) * 1000,
      customer: Number(cells[2]),
      terminal: Number(cells[3]),
      cents: Math.round(Number(cells[4]) * 100),
      fraud: cells[7] === '1',
    })
  }
  return payments
}

/** A terminal stands where the source of an order does: many buyers come by it. */
export const commandOf = (
  { at, customer, terminal, cents }: CardPayment,
  n: number,
  history: number,
): CommandOf<'reserve'> => ({
  kind: 'reserve',
  id: [n, 0, 0, 1],
  issuedAt: at,
  buyer: [customer + 1, 1],
  address: [0, 0],
  amountCents: cents,
  holdMs: 0,
  paid: false,
  signals: { ...NO_SIGNALS, source: [terminal + 1, 2], history },
  lines: [{ item: 1, quantity: 1, version: 0 }],
})

class Memory {
  readonly #profiles = new Map<number, RiskProfile>()
  of = (key: number): RiskProfile => this.#profiles.get(key) ?? NO_PROFILE
  change(key: number, change: (profile: RiskProfile) => RiskProfile): void {
    this.#profiles.set(key, change(this.of(key)))
  }
}

/** What the shop would have known at each payment, in the order in which it would have learnt it. */
function* requests(payments: readonly CardPayment[]): Generator<PastRequest> {
  const [customers, terminals] = [new Memory(), new Memory()]
  let settled = 0
  for (const [n, payment] of payments.entries()) {
    for (let known = payments[settled]; known && known.at + DELAY_MS <= payment.at; known = payments[++settled]) {
      const outcome = { fraud: known.fraud, at: known.at + DELAY_MS }
      customers.change(known.customer, (profile) => noteOutcome(profile, outcome))
      terminals.change(known.terminal, (profile) => noteOutcome(profile, outcome))
    }
    const [buyer, source] = [customers.of(payment.customer), terminals.of(payment.terminal)]
    const history = historyWord({ buyer, source, device: NO_PROFILE }, payment)
    yield { kind: 'order', at: payment.at, command: commandOf(payment, n, history) }
    customers.change(payment.customer, (profile) => noteOrder(profile, payment))
  }
}

export const handbookFeatures = (payments: readonly CardPayment[]): Int32Array[] => replayFeatures(requests(payments))

export type Split = { train: [number, number]; test: [number, number] }

/** The handbook's protocol: a week to learn from, a week until its labels are known, a week to judge; days as `[from, to)`. */
export const splitAt = (testFrom: number): Split => ({
  train: [testFrom - 2 * DELAY_DAYS, testFrom - DELAY_DAYS],
  test: [testFrom, testFrom + DELAY_DAYS],
})
