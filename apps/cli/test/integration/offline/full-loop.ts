import { mkdtemp, rm } from 'node:fs/promises'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ConnectorInfo, ReportView } from '@zhanggui/contract'
import { CAMPAIGN, liveThrough, planNextYear, putAway } from './live-through.ts'
import { openOfflineShop, STORE } from './open-shop.ts'
import { importAds, planTheYear, postSpend, setUp } from './set-up.ts'
import { watchOver } from './watch.ts'
import { watchSockets } from './watch-sockets.ts'

// Runs as a process of its own, so that the network can be taken from it; prints what came of each part of the loop.
const sockets = watchSockets()
const folder = await mkdtemp(join(tmpdir(), 'zhanggui-loop-'))
const shop = await openOfflineShop('2026-08-20T02:00:00.000Z')
try {
  const before = await shop.cli<{ connectors: ConnectorInfo[] }>('connectors', STORE)
  await setUp(shop, folder)
  const planned = await planTheYear(shop)
  await watchOver(shop)
  const lived = await liveThrough(shop)
  await importAds(shop, folder, '2026-09-16')
  const spentCents = await postSpend(shop, planned.plan)
  const put = await putAway(shop)
  const report = await shop.api<ReportView>('GET', `/reports/campaign-result/${CAMPAIGN}`)
  const next = await planNextYear(shop)
  const { rows } = await shop.cli<{ rows: unknown[] }>('query', STORE, '--metrics', 'paid,spend', '--by', 'month')
  const { connectors } = await shop.cli<{ connectors: ConnectorInfo[] }>('connectors', STORE)
  const statesOf = (list: readonly ConnectorInfo[]) => Object.fromEntries(list.map(({ id, state }) => [id, state]))
  process.stdout.write(
    `${JSON.stringify({
      interfaces: Object.keys(networkInterfaces()),
      outside: sockets.outside,
      before: statesOf(before.connectors),
      after: statesOf(connectors),
      ...{ planned, lived, put },
      chapters: report.document.chapters.length,
      ...{ spentCents, next, months: rows.at(-1) },
    })}\n`,
  )
} finally {
  await shop.close()
  await rm(folder, { recursive: true, force: true })
}
