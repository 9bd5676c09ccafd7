import { connect, type Socket } from 'node:net'
import { type Answer, type Command, encodeFrame, type ResultCode, readAnswer, resultCodeOf } from '@zhanggui/orders'
import { writeHello } from './hello.ts'
import { encodeWire, WIRE_KIND, type WireFrame } from './wire-frame.ts'
import { WireParser } from './wire-parser.ts'
import type { WirePlace } from './wire-server.ts'

/** The server has refused a call, and nothing of it was done; `index`: the command it is about. */
export class WireFault extends Error {
  override readonly name = 'WireFault'
  readonly code: ResultCode | 'connection_lost'
  readonly index: number
  constructor(code: ResultCode | 'connection_lost', index = 0) {
    super(`${code} @${index}`)
    this.code = code
    this.index = index
  }
}

type Call = { resolve: (body: Int32Array) => void; reject: (fault: WireFault) => void }

/** A connection to an order core, for systems of the shop, load and measurements. Calls may overlap. */
export class WireClient {
  /** Commands at most in one frame, as the server said. */
  commandsMax = 0
  private readonly socket: Socket
  private readonly parser = new WireParser()
  private readonly calls = new Map<number, Call>()
  private lastCall = 0

  private constructor(socket: Socket) {
    this.socket = socket
    socket.setNoDelay(true)
    socket.on('data', (piece) => {
      for (const parsed of this.parser.push(piece as Buffer)) if (parsed.kind === 'frame') this.hear(parsed.frame)
    })
    socket.on('error', () => this.lose())
    socket.on('close', () => this.lose())
  }

  /** Errors: rejects with `WireFault` `blocked` for a key that does not open this core, `connection_lost`. */
  static async open(place: WirePlace, key: string): Promise<WireClient> {
    const client = new WireClient(connect(place))
    const [, commandsMax = 0] = await client.ask(WIRE_KIND.hello, writeHello(key))
    client.commandsMax = commandsMax
    return client
  }

  /** Answers to a frame of commands, two words each. Errors: rejects with `WireFault`. */
  decide(frame: Int32Array): Promise<Int32Array> {
    return this.ask(WIRE_KIND.commands, frame)
  }

  async submit(commands: readonly Command[]): Promise<Answer[]> {
    const answers = await this.decide(encodeFrame(commands))
    return commands.map((_, i) => readAnswer(answers, i))
  }

  close(): void {
    this.socket.destroy()
    this.lose()
  }

  private ask(kind: number, body: Int32Array): Promise<Int32Array> {
    this.lastCall++
    const call = this.lastCall
    return new Promise((resolve, reject) => {
      this.calls.set(call, { resolve, reject })
      if (this.socket.destroyed) return this.lose()
      this.socket.write(encodeWire({ kind, call, body }))
    })
  }

  private hear({ kind, call, body }: WireFrame): void {
    const waiting = this.calls.get(call)
    this.calls.delete(call)
    if (kind !== WIRE_KIND.fault) waiting?.resolve(body)
    else waiting?.reject(new WireFault(resultCodeOf(body[0] ?? 0) ?? 'connection_lost', body[1]))
  }

  private lose(): void {
    for (const { reject } of this.calls.values()) reject(new WireFault('connection_lost'))
    this.calls.clear()
  }
}
