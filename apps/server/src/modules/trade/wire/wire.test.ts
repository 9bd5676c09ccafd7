import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRng } from '@zhanggui/kernel'
import { encodeFrame, resultCodeOf, SMALL_OPTIONS } from '@zhanggui/orders'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openInProcessCore } from '../core/in-process-core.ts'
import { MemoryDisk } from '../core/memory-disk.ts'
import { NOON, openItem, reserve } from '../core/test/commands.ts'
import type { LocalCore } from '../core/trade-core.ts'
import { readHello, writeHello } from './hello.ts'
import { WireClient } from './wire-client.ts'
import { BODY_WORDS_MAX, encodeWire, WIRE, WIRE_KIND } from './wire-frame.ts'
import { type Parsed, WireParser } from './wire-parser.ts'

const KEY = 'zg_the-key-of-this-test'
let folder: string
let core: LocalCore
let place: { path: string }

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhanggui-wire-'))
  place = { path: join(folder, 'core.sock') }
  core = openInProcessCore({
    store: { disk: new MemoryDisk() },
    options: SMALL_OPTIONS,
    clocks: { now: () => NOON, elapsed: () => performance.now() },
    queueMax: 1000,
  })
  await core.listen(place, async (key) => key === KEY)
  await core.submit([openItem(1, 1, 100)])
})

afterAll(async () => {
  await core.close()
  rmSync(folder, { recursive: true })
})

const free = async (): Promise<number | undefined> => (await core.readItem(1))?.free

/** Sends bytes after a good hello and gives the codes of the faults, and whether the server hung up. */
async function sendRaw(...pieces: Uint8Array[]): Promise<{ faults: (string | undefined)[]; hungUp: boolean }> {
  const socket = connect(place)
  const parser = new WireParser()
  const heard: Parsed[] = []
  let hungUp = false
  socket.on('data', (piece) => heard.push(...parser.push(piece as Buffer)))
  socket.on('close', () => {
    hungUp = true
  })
  socket.on('error', () => undefined)
  socket.write(encodeWire({ kind: WIRE_KIND.hello, call: 1, body: writeHello(KEY) }))
  const isWelcome = (parsed: Parsed): boolean => parsed.kind === 'frame' && parsed.frame.kind === WIRE_KIND.welcome
  await expect.poll(() => heard.some(isWelcome), { interval: 2 }).toBe(true)
  for (const piece of pieces) socket.write(piece)
  // Whatever was wrong before, a frame without commands is answered at once unless the server has hung up.
  socket.write(encodeWire({ kind: WIRE_KIND.commands, call: 999, body: new Int32Array(0) }))
  const isLast = (parsed: Parsed): boolean => parsed.kind === 'frame' && parsed.frame.call === 999
  await expect.poll(() => hungUp || heard.some(isLast), { interval: 2 }).toBe(true)
  socket.destroy()
  const faults = heard.flatMap((parsed) =>
    parsed.kind === 'frame' && parsed.frame.kind === WIRE_KIND.fault ? [resultCodeOf(parsed.frame.body[0] ?? 0)] : [],
  )
  return { faults, hungUp }
}

const commands = (...list: Parameters<typeof encodeFrame>[0]): Uint8Array =>
  encodeWire({ kind: WIRE_KIND.commands, call: 2, body: encodeFrame(list) })

/** A frame with a word of its head set anew and, where that is all that is to be wrong, its checksum left as it was. */
function withWord(frame: Uint8Array, word: number, value: number): Uint8Array {
  const words = new Int32Array(frame.slice().buffer)
  words[word] = value
  return new Uint8Array(words.buffer)
}

test('a key is written and read whole, and nothing else is taken for one', () => {
  expect(readHello(writeHello('zg_密钥'))).toBe('zg_密钥')
  expect(readHello(new Int32Array(0))).toBeUndefined()
  expect(readHello(Int32Array.of(9, 0))).toBeUndefined()
})

test('frames are put together however the bytes arrive', () => {
  const rng = createRng('pieces')
  const frames = Array.from({ length: 40 }, (_, call) => ({
    kind: WIRE_KIND.commands,
    call,
    body: Int32Array.from({ length: rng.int(30) }, () => rng.int(1 << 30)),
  }))
  const bytes = Buffer.concat(frames.map(encodeWire))
  const parser = new WireParser()
  const found: Parsed[] = []
  for (let at = 0; at < bytes.length; ) {
    const length = 1 + rng.int(50)
    found.push(...parser.push(bytes.subarray(at, at + length)))
    at += length
  }
  expect(found.map((parsed) => parsed.kind === 'frame' && parsed.frame)).toEqual(frames)
})

test('whatever bytes come, a parser gives frames whose checksum holds or says so, and holds no more than one', () => {
  const rng = createRng('fuzz')
  const good = Buffer.from(commands(reserve(9, 1)))
  for (let round = 0; round < 3000; round++) {
    const parser = new WireParser()
    const bytes = Buffer.concat([good, good, good])
    for (let turned = 0; turned <= rng.int(4); turned++) bytes[rng.int(bytes.length)] = rng.int(256)
    for (const parsed of parser.push(bytes.subarray(0, rng.int(bytes.length + 1))))
      if (parsed.kind === 'frame') expect(parsed.frame.body.length).toBeLessThan(good.length)
  }
})

test('orders go through the wire, many calls at once, each with its own answer', async () => {
  const client = await WireClient.open(place, KEY)
  expect(client.commandsMax).toBe(SMALL_OPTIONS.commandsMax)
  const before = (await free()) ?? 0
  const answers = await Promise.all(Array.from({ length: 30 }, (_, i) => client.submit([reserve(100 + i, 1)])))
  expect(answers.flat().map(({ code }) => code)).toEqual(Array.from({ length: 30 }, () => 'accepted'))
  expect(await client.submit([reserve(100, 1)])).toMatchObject([{ code: 'accepted', repeated: true }])
  expect(await free()).toBe(before - 30)
  client.close()
})

test('a key that does not open this core is told so, and nothing else', async () => {
  await expect(WireClient.open(place, 'zg_another')).rejects.toMatchObject({ code: 'blocked' })
})

test('the socket file is open to its owner alone', () => {
  expect(statSync(place.path).mode & 0o777).toBe(0o600)
})

test.each([
  ['a wrong checksum', withWord(commands(reserve(500, 1)), WIRE.check, 1), 'frame_damaged', false],
  [
    'a frame that is too large',
    withWord(commands(reserve(501, 1)), WIRE.bodyWords, BODY_WORDS_MAX + 1),
    'frame_too_large',
    true,
  ],
  ['a negative length', withWord(commands(reserve(502, 1)), WIRE.bodyWords, -1), 'frame_too_large', true],
  [
    'a later version',
    withWord(commands(reserve(503, 1)), WIRE.version, 2 | (WIRE_KIND.commands << 16)),
    'version_unsupported',
    true,
  ],
  ['another protocol', Buffer.from('GET / HTTP/1.1\r\nhost: x\r\n\r\n'), 'frame_damaged', true],
  ['a kind of frame that is none', encodeWire({ kind: 77, call: 3, body: new Int32Array(0) }), 'kind_unknown', true],
  ['a malformed command', commands({ ...reserve(504, 1), lines: [] }), 'command_malformed', false],
  ['a command that is for people', commands(openItem(505, 2, 5)), 'kind_unknown', false],
  [
    'more commands than a frame may hold',
    commands(...Array.from({ length: 300 }, (_, i) => reserve(600 + i, 1))),
    'frame_too_large',
    false,
  ],
])('%s is named, and nothing has changed', async (_what, bytes, code, hangsUp) => {
  const before = await free()
  expect(await sendRaw(bytes)).toEqual({ faults: [code], hungUp: hangsUp })
  expect(await free()).toBe(before)
})

test('what the core refuses is an answer and not a fault', async () => {
  const client = await WireClient.open(place, KEY)
  const old = { ...reserve(700, 1), issuedAt: NOON - 2 * SMALL_OPTIONS.replyRetentionMs }
  const answers = await client.submit([reserve(701, 5), reserve(702, 1, -1), reserve(703, 1, 1000), old])
  expect(answers.map(({ code }) => code)).toEqual(['item_unknown', 'quantity_invalid', 'out_of_stock', 'too_old'])
  client.close()
})

test('who takes no answers is not read from, so that they do not pile up', async () => {
  const socket = connect(place)
  socket.on('error', () => undefined)
  socket.write(encodeWire({ kind: WIRE_KIND.hello, call: 1, body: writeHello(KEY) }))
  socket.pause()
  const batch = commands(...Array.from({ length: 256 }, () => reserve(100, 1)))
  let sent = 0
  const stuck = (): boolean => socket.writableLength > 4 * batch.length
  for (; sent < 20_000 && !stuck(); sent++) {
    socket.write(batch)
    if (sent % 50 === 0) await new Promise(setImmediate)
  }
  expect(stuck()).toBe(true)
  socket.destroy()
})
