import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { TwoSites } from '../../test/integration/trade/two-sites.ts'

/**
 * Kills the site that decides orders under a stream of them, again and again: how long until new orders are answered, and whether one
 * that was paid is gone. Two servers of this project on one machine, a real PostgreSQL between them, a front before them.
 */
const { values } = parseArgs({
  options: {
    loops: { type: 'string', default: '5' },
    buyers: { type: 'string', default: '8' },
    lease: { type: 'string', default: '5000' },
    ports: { type: 'string', default: '8931,8932' },
    json: { type: 'boolean', default: false },
  },
})
const home = mkdtempSync(join(tmpdir(), 'zhanggui-site-loss-'))
const [first = 0, second = 0] = values.ports.split(',').map(Number)
const sites = new TwoSites({ home, leaseMs: Number(values.lease), ports: { a: first, b: second } })
const rows: object[] = []
try {
  mkdirSync(join(home, 'b'), { recursive: true })
  await sites.open(() => cpSync(join(home, 'a', 'secret.key'), join(home, 'b', 'secret.key')))
  for (let loop = 1; loop <= Number(values.loops); loop++) {
    const { killed, ...loss } = await sites.killLeader(Number(values.buyers))
    rows.push({ loop, ...loss })
    if (!values.json) process.stdout.write(`${JSON.stringify(rows.at(-1))}\n`)
    if (loop < Number(values.loops)) await sites.restart(killed)
  }
  if (values.json) process.stdout.write(`${JSON.stringify(rows)}\n`)
} finally {
  await sites.close()
  rmSync(home, { recursive: true, force: true })
}
