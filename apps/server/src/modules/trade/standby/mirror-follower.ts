import { connect, type Socket } from 'node:net'
import { WireParser } from '../wire/wire-parser.ts'
import type { MirrorFolder } from './mirror-folder.ts'
import { decodeMirror, encodeMirror, type MirrorMessage } from './mirror-frames.ts'

export type FollowOrder = {
  site: string
  /** Of the leader, as the lease says it. */
  place: string
  secret: string
}

export type FollowerEars = {
  /** This site has everything; every answer waits for it from here on. */
  onCaughtUp: (epoch: number) => void
  /** A segment was closed, of which a snapshot may be taken. */
  onSegment?: (openSegment: string) => void
  /** Told once. Afterwards nothing is written any more. */
  onEnd: (why: string) => void
}

/** Follows a leader's journal into a folder until the connection ends. Nothing is asked of the records. */
export class MirrorFollower {
  /** Pieces of journal that came since it was caught up. */
  pieces = 0
  private readonly socket: Socket
  private readonly folder: MirrorFolder
  private readonly ears: FollowerEars
  private readonly parser = new WireParser()
  private position = -1
  private told = -1
  private isOver = false

  constructor(folder: MirrorFolder, { site, place, secret }: FollowOrder, ears: FollowerEars) {
    this.folder = folder
    this.ears = ears
    const { sequence, check } = folder.pointOfKept()
    const at = place.lastIndexOf(':')
    this.socket = connect({ host: place.slice(0, at), port: Number(place.slice(at + 1)) })
    this.socket.setNoDelay(true)
    this.socket.on('connect', () => this.socket.write(encodeMirror('hello', { site, secret, sequence, check })))
    this.socket.on('data', (piece) => this.take(piece as Buffer))
    this.socket.on('error', (cause) => this.end(String(cause)))
    this.socket.on('close', () => this.end('the leader has ended the connection'))
  }

  end(why = 'asked to'): void {
    if (this.isOver) return
    this.isOver = true
    this.socket.destroy()
    this.folder.close()
    this.ears.onEnd(why)
  }

  /** What came together is brought to disk together, then the leader is told once. */
  private take(bytes: Buffer): void {
    if (this.isOver) return
    try {
      for (const parsed of this.parser.push(bytes)) {
        const message = parsed.kind === 'frame' ? decodeMirror(parsed.frame) : undefined
        if (!message) throw new Error(`the leader sent what is no message (${parsed.kind})`)
        this.hear(message)
      }
      if (this.isOver) return
      this.folder.sync()
      if (this.position > this.told) this.tell()
    } catch (cause) {
      this.end(String(cause))
    }
  }

  private tell(): void {
    this.told = this.position
    this.socket.write(encodeMirror('kept', { position: this.position }))
  }

  private hear(message: MirrorMessage): void {
    if (message.kind === 'begin') this.folder.begin(message.head)
    else if (message.kind === 'piece') this.add(message)
    else if (message.kind === 'caughtUp') this.becomeWhole(message.head)
    else if (message.kind === 'refused') this.end(`the leader refused: ${message.head.why}`)
    else throw new Error(`the leader sent ${message.kind}`)
  }

  private becomeWhole({ epoch, position }: { epoch: number; position: number }): void {
    this.folder.sync()
    this.folder.stamp(epoch)
    this.position = position
    this.ears.onCaughtUp(epoch)
  }

  private add({ head, bytes }: MirrorMessage & { kind: 'piece' }): void {
    const before = this.folder.segment
    this.folder.add(head, bytes)
    this.position = Math.max(this.position, head.position)
    this.pieces++
    if (before !== '' && this.folder.segment !== before) this.ears.onSegment?.(this.folder.segment)
  }
}
