import type { Socket } from 'node:net'
import { LAYOUT_VERSION, RESULT, type ResultNumber } from '@zhanggui/orders'
import type { Waiting } from '../core/core-loop.ts'
import { checkCommands } from './check-commands.ts'
import { readHello } from './hello.ts'
import { BODY_WORDS_MAX, encodeWire, WIRE_KIND, type WireFrame } from './wire-frame.ts'
import { type Parsed, WireParser } from './wire-parser.ts'

/** What a connection needs of the core it leads to. */
export type WireTarget = {
  commandsMax: number
  enqueue: (waiting: Waiting) => void
  elapsed: () => number
  /** Does this key open this core? */
  authenticate: (key: string) => Promise<boolean>
}

/** Frames of one connection that may wait for their answers; beyond it nothing more is read until some are out. */
const FRAMES_UNANSWERED_MAX = 256
const HELLO_MS = 5000
const FLUSH_MS = 1000
/** A key that was revoked is found out after so long at most. */
const ASK_AGAIN_MS = 30_000

/** One client: hello with its key first, then commands; answers go out in the order in which they are decided. */
export class WireConnection {
  private readonly socket: Socket
  private readonly target: WireTarget
  private readonly parser = new WireParser()
  private readonly patience: NodeJS.Timeout
  private asking: NodeJS.Timeout | undefined
  private state: 'new' | 'asked' | 'welcome' | 'over' = 'new'
  private unanswered = 0

  constructor(socket: Socket, target: WireTarget) {
    this.socket = socket
    this.target = target
    this.patience = setTimeout(() => this.refuse(0, RESULT.busy), HELLO_MS)
    socket.setNoDelay(true)
    socket.on('data', (piece) => this.take(piece as Buffer))
    socket.on('error', () => this.end())
    socket.on('close', () => this.end())
  }

  /** Lets what was answered go out, then ends. */
  finish(): void {
    this.state = 'over'
    const giveUp = setTimeout(() => this.end(), FLUSH_MS)
    this.socket.end(() => {
      clearTimeout(giveUp)
      this.end()
    })
  }

  private end(): void {
    this.state = 'over'
    clearTimeout(this.patience)
    clearInterval(this.asking)
    this.socket.destroy()
  }

  private take(piece: Buffer): void {
    for (const parsed of this.parser.push(piece)) {
      if (this.state === 'over') return
      this.read(parsed)
    }
  }

  private read(parsed: Parsed): void {
    if (parsed.kind === 'lost') this.refuse(parsed.call, parsed.code)
    else if (parsed.kind === 'damaged') this.fault(parsed.call, RESULT.frame_damaged)
    else if (this.state === 'new' && parsed.frame.kind === WIRE_KIND.hello) void this.hello(parsed.frame)
    else if (this.state === 'welcome' && parsed.frame.kind === WIRE_KIND.commands) this.decide(parsed.frame)
    else this.refuse(parsed.frame.call, RESULT.kind_unknown)
  }

  private async hello({ call, body }: WireFrame): Promise<void> {
    this.state = 'asked'
    clearTimeout(this.patience)
    const key = readHello(body)
    const opens = key !== undefined && (await this.target.authenticate(key).catch(() => false))
    if (this.state !== 'asked') return
    if (!opens) {
      this.refuse(call, RESULT.blocked)
      return
    }
    this.state = 'welcome'
    this.asking = setInterval(() => void this.askAgain(key), ASK_AGAIN_MS)
    this.send({
      kind: WIRE_KIND.welcome,
      call,
      body: Int32Array.of(LAYOUT_VERSION, this.target.commandsMax, BODY_WORDS_MAX),
    })
  }

  private async askAgain(key: string): Promise<void> {
    // Records that cannot be asked just now say nothing against the key.
    if (!(await this.target.authenticate(key).catch(() => true))) this.refuse(0, RESULT.blocked)
  }

  private decide({ call, body }: WireFrame): void {
    const check = checkCommands(body, this.target.commandsMax)
    if (!check.ok) {
      this.fault(call, check.code, check.index)
      return
    }
    this.unanswered++
    if (this.unanswered >= FRAMES_UNANSWERED_MAX) this.socket.pause()
    this.target.enqueue({
      frame: body,
      count: check.count,
      since: this.target.elapsed(),
      answer: (answers) => this.answered(call, answers),
    })
  }

  private answered(call: number, answers: Int32Array): void {
    this.unanswered--
    if (this.state === 'over') return
    this.send({ kind: WIRE_KIND.answers, call, body: answers })
    this.readOn()
  }

  /** Nothing more is read from a client that does not take its answers: they would pile up here. */
  private send(frame: WireFrame): void {
    if (this.socket.write(encodeWire(frame))) return
    this.socket.pause()
    this.socket.once('drain', () => this.readOn())
  }

  private readOn(): void {
    if (this.state === 'over' || !this.socket.isPaused() || this.socket.writableNeedDrain) return
    if (this.unanswered < FRAMES_UNANSWERED_MAX / 2) this.socket.resume()
  }

  private fault(call: number, code: ResultNumber, index = 0): void {
    this.send({ kind: WIRE_KIND.fault, call, body: Int32Array.of(code, index) })
  }

  /** Says why and ends: after this nothing that comes can be understood, or nothing is to be. */
  private refuse(call: number, code: ResultNumber): void {
    if (this.state === 'over') return
    this.fault(call, code)
    this.finish()
  }
}
