import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ListenError } from '../../../src/listen.ts'
import { serve } from '../../../src/serve.ts'
import { readSettings } from '../../../src/settings.ts'
import { type Child, startChild } from '../../support/child-process.ts'
import { copyNewInstallation } from '../../support/copy-new-installation.ts'
import { freePort } from '../../support/free-port.ts'
import { OWNER } from '../../support/test-people.ts'
import { waitUntil } from '../../support/wait-until.ts'

const MAIN = fileURLToPath(new URL('../../../../cli/src/main.ts', import.meta.url))

let home: string
let port: number
let child: Child | undefined

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'zhanggui-serve-'))
  port = await freePort()
})

afterEach(async () => {
  await child?.kill()
  child = undefined
  await rm(home, { recursive: true, force: true })
})

/** A folder that was set up before: what is tested then is not how a new one is made. */
const usedHome = (): Promise<void> => copyNewInstallation(home)

const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`)

async function start(): Promise<Child> {
  const env = { ZHANGGUI_HOME: home, PORT: String(port), LOG_LEVEL: 'warn' }
  child = startChild(MAIN, ['serve'], env)
  await waitUntil('the server', async () => (await get('/readyz').catch(() => null))?.status === 200, 150_000)
  return child
}

/** A server in this process, which starts in a tenth of the time of another. */
const serveHere = (at: number, folder = home): ReturnType<typeof serve> =>
  serve(readSettings({ ZHANGGUI_HOME: folder, PORT: String(at), LOG_LEVEL: 'silent' }), {
    demo: false,
    print: () => undefined,
  })

describe('the running server', () => {
  test('prints where it is, and the first page answers before anybody has set it up; on SIGTERM it takes no new callers, finishes the call that is under way, closes its stores and ends with 0', async () => {
    const { process: server, errors, lines } = await start()
    expect(lines.join('\n')).toContain(`http://127.0.0.1:${port}`)
    expect(await (await get('/v1/session')).json()).toEqual({ needsSetup: true, user: null })
    const body = JSON.stringify(OWNER)
    const socket = connect(port, '127.0.0.1')
    let answer = ''
    socket.on('data', (chunk) => {
      answer += chunk.toString('utf8')
    })
    const head = [
      'POST /v1/setup HTTP/1.1',
      'Host: localhost',
      'Content-Type: application/json',
      'Expect: 100-continue',
      `Content-Length: ${Buffer.byteLength(body)}`,
    ]
    socket.write(`${head.join('\r\n')}\r\n\r\n${body.slice(0, 10)}`)
    await waitUntil('the call to be under way', async () => answer.startsWith('HTTP/1.1 100 Continue'))
    answer = ''
    server.kill('SIGTERM')
    await waitUntil('the port to close', async () => (await get('/healthz').catch(() => null)) === null)
    socket.write(body.slice(10))
    const [[code]] = await Promise.all([once(server, 'exit'), once(socket, 'close')])
    expect(answer, errors()).toMatch(/^HTTP\/1\.1 201 /)
    // Else the caller’s open connection would hold the stop up.
    expect(answer).toMatch(/^connection: close\r$/im)
    expect(code).toBe(0)
    const { address, close } = await serveHere(0)
    expect(await (await fetch(`${address}/v1/session`)).json()).toMatchObject({ needsSetup: false })
    await close()
  })

  test('a port that is taken is said so, in both languages, and the home folder is let go', async () => {
    await usedHome()
    const squatter = createServer().listen(port, '127.0.0.1')
    await once(squatter, 'listening')
    const refused = await serveHere(port).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(ListenError)
    expect(refused).toMatchObject({
      message: expect.stringContaining('PORT'),
      messageEn: expect.stringContaining('PORT'),
    })
    squatter.close()
    await (await serveHere(port)).close()
  })

  test('an address that its own sockets share is not shared with a second server', async () => {
    await usedHome()
    const { process: first } = await start()
    const other = await mkdtemp(join(tmpdir(), 'zhanggui-serve-'))
    await copyNewInstallation(other)
    expect(await serveHere(port, other).catch((error: unknown) => error)).toBeInstanceOf(ListenError)
    // Whichever of its sockets a call comes to, it is the first that answers.
    const answers = await Promise.all(Array.from({ length: 64 }, async () => (await get('/readyz')).status))
    expect(answers).toEqual(answers.map(() => 200))
    first.kill('SIGTERM')
    await once(first, 'exit')
    await expect(get('/readyz')).rejects.toThrow()
    await rm(other, { recursive: true, force: true })
  })
})
