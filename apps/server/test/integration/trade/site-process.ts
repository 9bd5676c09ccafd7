import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { ProtectionPolicy } from '../../../src/modules/trade/availability/protection-policy.ts'
import { SHORT_LIVED } from '../../support/child-process.ts'
import { endProcess } from '../../support/end-process.ts'

export type SiteProcess = { secret: string; end(signal: NodeJS.Signals): Promise<void> }

type Site = {
  site: string
  home: string
  databaseUrl: string
  leaseMs: number
  port: number
  /** Other bounds of what stands before its orders than the product ships. */
  protection: ProtectionPolicy
}

/** A site in a process of its own, which outlives single tests; whoever starts it ends it. */
export async function startSite({ site, home, databaseUrl, leaseMs, port, protection }: Site): Promise<SiteProcess> {
  const program = join(import.meta.dirname, 'processes/serve-site.ts')
  const child = spawn(process.execPath, [...SHORT_LIVED, program, JSON.stringify(protection)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      ZHANGGUI_HOME: home,
      ZHANGGUI_SITE: site,
      ZHANGGUI_SITE_LEASE_MS: String(leaseMs),
      DATABASE_URL: databaseUrl,
      PORT: String(port),
      LOG_LEVEL: 'fatal',
    },
  })
  const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`site ${site} has ended with ${code}`)))
  // Afterwards its end is what the test asks for.
  ended.catch(() => undefined)
  const [line] = (await Promise.race([once(createInterface({ input: child.stdout }), 'line'), ended])) as [string]
  const { secret = '' } = JSON.parse(line) as { secret?: string }
  return { secret, end: (signal) => endProcess(child, signal) }
}
