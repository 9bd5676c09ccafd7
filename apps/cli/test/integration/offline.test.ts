import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const MAIN = join(import.meta.dirname, '../../src/main.ts')
const folder = mkdtempSync(join(tmpdir(), 'zhanggui-offline-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

// An empty network namespace: no interface is up, not even loopback, so a single outside connection would fail the command.
const canCutNetwork = spawnSync('unshare', ['-n', 'true']).status === 0

function runOffline(...args: string[]): unknown {
  const env = { ...process.env, ZHANGGUI_HOME: join(folder, 'home') }
  const run = spawnSync('unshare', ['-n', process.execPath, MAIN, ...args, '--json'], { env, encoding: 'utf8' })
  if (run.status !== 0) throw new Error(`zhanggui ${args.join(' ')} ended with ${run.status}: ${run.stderr}`)
  return JSON.parse(run.stdout)
}

const ORDERS = [
  '订单编号,买家会员名,总金额,买家实际支付金额,订单状态,订单创建时间,订单付款时间,宝贝标题,宝贝总数量',
  '="1930217465001234567",小明,100.00,100.00,交易成功,2026-03-01 10:00:00,2026-03-01 10:05:00,面霜,1',
  '="1930217465001234568",小红,59.90,59.90,交易成功,2026-03-02 10:00:00,2026-03-02 10:05:00,面膜,2',
].join('\r\n')

describe.skipIf(!canCutNetwork)(
  'without any network (skipped where unshare cannot make an empty network namespace)',
  () => {
    it('[P16.12] a shop is made, its file imported, its figures asked and its data backed up', () => {
      const file = join(folder, 'orders.csv')
      writeFileSync(file, ORDERS)
      runOffline('store', 'create', 'quiet', '--name', '离线店')
      expect(runOffline('import', 'quiet', file)).toMatchObject({ rows: 2, accepted: 2, rejected: 0 })
      expect(runOffline('query', 'quiet', '--metrics', 'paid,orders,buyers', '--by', 'month')).toMatchObject({
        rows: [{ month: '2026-03', paid: 15_990, orders: 2, buyers: 2 }],
      })
      runOffline('backup', join(folder, 'quiet.backup'))
    })
  },
)
