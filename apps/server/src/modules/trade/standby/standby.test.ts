import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { claimLease, SMALL_OPTIONS } from '@zhanggui/orders'
import { expect, onTestFinished, test } from 'vitest'
import { coreFolder, makeCoreFolder, readCoreOptions } from '../core/core-folder.ts'
import type { CoreRuntime } from '../core/core-runtime.ts'
import { coreOfRuntime } from '../core/in-process-core.ts'
import { idOf, NOON, openItem, reserve } from '../core/test/commands.ts'
import type { TradeCore } from '../core/trade-core.ts'
import { createLeaseBoard, type LeaseBoard, memoryLeases } from './memory-leases.ts'
import { MirrorFolder } from './mirror-folder.ts'
import { MirrorFollower } from './mirror-follower.ts'
import { openLedCore } from './open-led-core.ts'
import { readEpoch, writeEpoch } from './site-file.ts'

const LEASE_MS = 1500
const SECRET = 'between sites'

/** Two sites of one shop in this process, each with a folder of its own, on a clock that moves when it is told to. */
class Sites {
  readonly board: LeaseBoard = createLeaseBoard()
  readonly home = mkdtempSync(join(tmpdir(), 'zhanggui-sites-'))
  readonly ended: string[] = []
  time = 0
  private readonly clocks = { now: () => NOON + this.time, elapsed: () => this.time }

  constructor() {
    onTestFinished(() => rmSync(this.home, { recursive: true, force: true }))
  }

  folderOf = (site: string): string => coreFolder(join(this.home, site), 'shop')

  async lead(site: string, acceptLoss = false): Promise<{ runtime: CoreRuntime; core: TradeCore }> {
    const folder = this.folderOf(site)
    const lease = claimLease(this.board.lease, {
      site,
      now: this.time,
      leaseMs: LEASE_MS,
      knownEpoch: readEpoch(folder),
      place: '',
      secret: SECRET,
      acceptLoss,
    })
    if (!lease.ok) throw new Error(lease.error)
    this.board.lease = lease.value
    if (lease.value.epoch === 1) makeCoreFolder(folder, SMALL_OPTIONS)
    const { epoch } = lease.value
    writeEpoch(folder, epoch)
    const runtime = await openLedCore({
      options: readCoreOptions(folder),
      clocks: this.clocks,
      queueMax: 1000,
      folder,
      snapshotBytes: 1 << 30,
      lead: { store: 'shop', site, epoch, secret: SECRET, host: '127.0.0.1', leaseMs: LEASE_MS, followerMs: 300 },
      leases: memoryLeases(this.board, () => this.time),
      onEnd: (why) => this.ended.push(`${site} ${why}`),
    })
    const core = coreOfRuntime(runtime, { clocks: this.clocks })
    onTestFinished(() => core.close())
    return { runtime, core }
  }

  async follow(site: string, secret = SECRET): Promise<MirrorFollower & { ends: string[] }> {
    const ends: string[] = []
    const follower = new MirrorFollower(
      new MirrorFolder(this.folderOf(site)),
      { site, place: this.board.lease?.place ?? '', secret },
      { onCaughtUp: () => undefined, onEnd: (why) => ends.push(why) },
    )
    onTestFinished(() => follower.end())
    return Object.assign(follower, { ends })
  }

  async inStep(site: string): Promise<void> {
    await expect.poll(() => this.board.lease?.follower, { interval: 5 }).toBe(site)
  }

  /** The store of leases answers nobody until the lease has run out. */
  async cutOff(): Promise<void> {
    this.board.isReachable = false
    this.time += LEASE_MS
    await expect.poll(() => this.ended.length, { interval: 5 }).toBeGreaterThan(0)
    this.board.isReachable = true
  }
}

const stateOf = async (core: TradeCore, id: number) => (await core.readOrder(idOf(id)))?.state

test('[P7.08] what was answered is at the site that takes over, and the same id is answered the same there', async () => {
  const sites = new Sites()
  const a = await sites.lead('a')
  await a.core.submit([openItem(1, 1, 100)])
  const follower = await sites.follow('b')
  await sites.inStep('b')
  const answers = await Promise.all([2, 3, 4].map((id) => a.core.submit([reserve(id, 1)])))
  expect(answers.flat().map(({ code }) => code)).toEqual(['accepted', 'accepted', 'accepted'])
  // The site is gone between one instant and the next: it neither hands over nor renews.
  await sites.cutOff()
  follower.end()
  const b = await sites.lead('b')
  expect(sites.board.lease).toMatchObject({ epoch: 2, leader: 'b' })
  for (const id of [2, 3, 4]) expect(await stateOf(b.core, id)).toBe('held')
  expect((await b.core.submit([reserve(2, 1)]))[0]).toMatchObject({ code: 'accepted' })
  expect(await b.core.readItem(1)).toMatchObject({ held: 3, free: 97 })
})

test('[P7.08] a leader that is cut off tells nothing more, though it could still decide', async () => {
  const sites = new Sites()
  const { core } = await sites.lead('a')
  await core.submit([openItem(1, 1, 100)])
  await sites.cutOff()
  expect(await core.submit([reserve(2, 1)])).toMatchObject([{ code: 'busy' }])
  await expect(core.readOrder(idOf(2))).rejects.toMatchObject({ code: 'trade_stopped' })
  expect(sites.ended).toEqual(['a expired'])
})

test('a follower that is lost is out of the lease before an answer goes out without it', async () => {
  const sites = new Sites()
  const { core } = await sites.lead('a')
  await core.submit([openItem(1, 1, 100)])
  const follower = await sites.follow('b')
  await sites.inStep('b')
  follower.end()
  expect((await core.submit([reserve(2, 1)]))[0]?.code).toBe('accepted')
  expect(sites.board.lease?.follower).toBe(null)
  sites.time += LEASE_MS / 2
  await expect(sites.lead('b')).rejects.toThrow('held')
})

test('[P7.07] a planned stop hands over at once, and the site that comes back follows from where it was', async () => {
  const sites = new Sites()
  const a = await sites.lead('a')
  await a.core.submit([openItem(1, 1, 100)])
  const follower = await sites.follow('b')
  await sites.inStep('b')
  const last = a.core.submit([reserve(2, 1)])
  const closing = a.core.close()
  expect((await last)[0]?.code).toBe('accepted')
  await closing
  follower.end()
  const b = await sites.lead('b')
  expect(await stateOf(b.core, 2)).toBe('held')
  await b.core.submit([reserve(3, 1)])
  const back = await sites.follow('a')
  await sites.inStep('a')
  expect((await b.core.submit([reserve(4, 1)]))[0]?.code).toBe('accepted')
  // Only what came since the hand-over was sent, not the whole journal.
  expect(back.pieces).toBeLessThanOrEqual(3)
  expect(sites.ended).toEqual([])
})

test('a leader that comes back with decisions nobody was told of throws them away', async () => {
  const sites = new Sites()
  const a = await sites.lead('a')
  await a.core.submit([openItem(1, 1, 100)])
  const follower = await sites.follow('b')
  await sites.inStep('b')
  sites.board.isReachable = false
  follower.end()
  await sites.cutOff()
  // Decided and journaled at a site that leads no more; nobody was told.
  expect(await a.core.submit([reserve(9, 1)])).toMatchObject([{ code: 'busy' }])
  await a.runtime.close()
  const b = await sites.lead('b')
  await b.core.submit([reserve(3, 1)])
  const back = await sites.follow('a')
  await sites.inStep('a')
  await b.core.close()
  back.end()
  const again = await sites.lead('a')
  expect([await stateOf(again.core, 9), await stateOf(again.core, 3)]).toEqual([undefined, 'held'])
})

test('who does not know the secret of the lease is sent nothing', async () => {
  const sites = new Sites()
  const { core } = await sites.lead('a')
  await core.submit([openItem(1, 1, 100)])
  const stranger = await sites.follow('c', 'guessed')
  await expect.poll(() => stranger.ends).toEqual(['the leader refused: secret'])
  expect(sites.board.lease?.follower).toBe(null)
})
