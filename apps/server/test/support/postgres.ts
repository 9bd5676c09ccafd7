import { spawn } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { chown, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import pg from 'pg'
import { endProcess, runToEnd } from './end-process.ts'
import { freePort } from './free-port.ts'
import { waitUntil } from './wait-until.ts'

export type PostgresServer = { url: string; stop(): Promise<void> }

/** PATH often holds only Debian's wrappers, which lack `postgres` itself, so a folder counts when it has both. */
function findPrograms(): string | undefined {
  const folders = [
    ...globSync('/usr/lib/postgresql/*/bin').toSorted().toReversed(),
    ...(process.env.PATH ?? '').split(delimiter),
  ]
  return folders.find((f) => existsSync(join(f, 'initdb')) && existsSync(join(f, 'postgres')))
}

/** Why a real PostgreSQL cannot be started here, or undefined when it can. */
export const whyNoPostgres = (): string | undefined =>
  findPrograms() ? undefined : 'PostgreSQL (initdb, postgres) is not installed on this machine'

/** PostgreSQL refuses to run as root; there it runs as the system's postgres user. */
async function runAs(): Promise<{ uid?: number; gid?: number }> {
  if (process.getuid?.() !== 0) return {}
  const [uid, gid] = await Promise.all(['-u', '-g'].map((flag) => runToEnd('id', [flag, 'postgres'])))
  return { uid: Number(uid), gid: Number(gid) }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    return true
  } catch {
    return false // Not listening yet.
  } finally {
    await client.end().catch(() => undefined)
  }
}

/**
 * A real PostgreSQL on a fresh folder and a free port of this machine, gone after `stop()`.
 * @param settings of the server, e.g. `{ shared_buffers: '2GB' }`.
 */
export async function startPostgres(settings: Readonly<Record<string, string>> = {}): Promise<PostgresServer> {
  const programs = findPrograms()
  if (!programs) throw new Error(whyNoPostgres())
  const user = await runAs()
  const folder = await mkdtemp(join(tmpdir(), 'zhanggui-postgres-'))
  if (user.uid !== undefined && user.gid !== undefined) await chown(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  await runToEnd(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'zhanggui', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'],
    user,
  )
  const port = await freePort()
  const given = Object.entries({ listen_addresses: '127.0.0.1', ...settings }).flatMap(([k, v]) => ['-c', `${k}=${v}`])
  const args = ['-D', data, '-p', `${port}`, '-k', folder, ...given]
  const child = spawn(join(programs, 'postgres'), args, { ...user, stdio: 'ignore' })
  const url = `postgres://zhanggui@127.0.0.1:${port}/postgres`
  await waitUntil('PostgreSQL', () => answers(url))
  return {
    url,
    async stop() {
      await endProcess(child, 'SIGINT')
      await rm(folder, { recursive: true, force: true })
    },
  }
}
