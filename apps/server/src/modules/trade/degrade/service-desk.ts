import { hostname } from 'node:os'
import {
  CALM,
  DEFAULT_SERVICE_POLICY,
  isFullSite,
  nextService,
  pressureOf,
  SERVICE_LEVELS,
  type ServiceLevel,
  type ServicePolicy,
  type ServiceReading,
  type ServiceState,
} from '@zhanggui/orders'
import type { Context } from '../../../context.ts'
import { audit } from '../../admin/audit.ts'
import { serviceChanges, serviceLevels } from './schema.ts'
import { jobWaitsFrom } from './shed-ladder.ts'

const LOOK_MS = 1000
/** How much the last second counts in how busy this server has been: some ten seconds are remembered. */
const LAST_LOOK_PART = 0.2
/** What was set at another server is known here within so many looks. */
const LOOKS_BETWEEN_READS = 3

export const asLevel = (level: number): ServiceLevel => SERVICE_LEVELS.find((known) => known === level) ?? 0

type Orders = Pick<ServiceReading, 'orders' | 'ordersFull'>
const NO_ORDERS: Orders = { orders: 0, ordersFull: 0 }
const added = (a: Orders, b: Orders): Orders => ({
  orders: a.orders + b.orders,
  ordersFull: a.ordersFull + b.ordersFull,
})

/** Left out: as the product ships it. */
export type ServiceDeskOptions = Partial<ServicePolicy> & { lookMs?: number }

/** What this server leaves out just now: as much as its load asks for, and for a shop at least what a person has set. */
export class ServiceDesk {
  /** Orders find no room although everything but trade is left out. */
  isFull = false
  /** What came of orders since this server has been full. */
  sinceFull = NO_ORDERS
  private readonly context: Context
  private readonly read: () => ServiceReading
  private readonly policy: ServicePolicy
  private readonly lookMs: number
  private state: ServiceState = CALM
  private busy = 0
  private set = new Map<string, ServiceLevel>()
  private looks = 0
  private timer: NodeJS.Timeout | undefined
  private noting: Promise<unknown> = Promise.resolve()

  constructor(context: Context, read: () => ServiceReading, { lookMs = LOOK_MS, ...policy }: ServiceDeskOptions = {}) {
    this.context = context
    this.read = read
    this.lookMs = lookMs
    this.policy = { ...DEFAULT_SERVICE_POLICY, ...policy }
  }

  start(): void {
    this.timer ??= setInterval(() => void this.look(performance.now()), this.lookMs)
    this.timer.unref()
  }

  async stop(): Promise<void> {
    clearInterval(this.timer)
    await this.noting
  }

  get ofLoad(): ServiceLevel {
    return this.state.level
  }

  /** Share of its time in which this server was at work lately, 0 to 1. */
  get busyShare(): number {
    return this.busy
  }

  levelOf(store: string): ServiceLevel {
    return asLevel(Math.max(this.state.level, this.set.get(store) ?? 0))
  }

  /** Jobs work for all shops, so only the load holds them back. */
  mayRun = (job: string): boolean => this.state.level < jobWaitsFrom(job)

  /** One second of the course. Never rejects: a record store that does not answer changes nothing about the level. */
  async look(now: number): Promise<void> {
    const reading = this.read()
    const before = this.state.level
    this.state = nextService(this.state, reading, { now, policy: this.policy })
    this.busy += (reading.saturation - this.busy) * LAST_LOOK_PART
    this.isFull = isFullSite(this.state, { now, policy: this.policy })
    this.sinceFull = this.isFull ? added(this.sinceFull, reading) : NO_ORDERS
    const pressure = pressureOf(reading, this.policy.goalMs)
    const due = this.looks % LOOKS_BETWEEN_READS === 0
    this.looks++
    this.noting = Promise.all([
      this.state.level === before ? undefined : this.note(before, pressure),
      due ? this.readSet() : undefined,
    ]).catch((cause: unknown) => this.context.log.warn({ cause }, 'service level'))
    await this.noting
  }

  async readSet(): Promise<void> {
    const rows = await this.context.records.db.select().from(serviceLevels)
    this.set = new Map(rows.map(({ store, level }) => [store, asLevel(level)]))
  }

  private async note(levelFrom: ServiceLevel, pressure: number): Promise<void> {
    const { records, clock } = this.context
    const levelTo = this.state.level
    const pressureBp = Math.round(pressure * 10_000)
    this.context.log.warn({ levelFrom, levelTo, pressureBp }, 'service level changed by the load')
    await records.db
      .insert(serviceChanges)
      .values({ server: hostname(), levelFrom, levelTo, pressureBp, at: clock.now() })
    await audit(this.context, {
      store: null,
      actor: 'system',
      action: 'update',
      subject: 'service-level',
      before: { level: levelFrom },
      after: { level: levelTo, pressureBp },
    })
  }
}
