import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs'
import type { Socket } from 'node:net'
import { join } from 'node:path'
import { filesOf, type Journal, sequenceOfSegment } from '@zhanggui/orders'
import { OPTIONS_FILE } from '../core/core-folder.ts'
import { WireParser } from '../wire/wire-parser.ts'
import { type CopyPlan, findPosition, type MirrorPoint, wholeCopy } from './find-position.ts'
import { decodeMirror, encodeMirror, type MirrorMessage, PIECE_BYTES_MAX } from './mirror-frames.ts'
import type { Appended, ShippingDisk } from './shipping-disk.ts'

/** What a session needs of the leader it belongs to. */
export type Led = {
  folder: string
  disk: ShippingDisk
  journal: Journal
  epoch: number
  secret: string
  /** May this site follow now? One follower at a time. */
  welcome: (session: MirrorSession) => boolean
  /** From here on every answer waits for this follower. Called before it is told. */
  onLive: (session: MirrorSession) => void
  onKept: (session: MirrorSession) => void
  onGone: (session: MirrorSession) => void
}

/** One site that follows: gets what it lacks from the files, then every piece of journal as it is written. */
export class MirrorSession {
  site = ''
  /** Journal bytes that are on the follower's disk, counted as `ShippingDisk.journalBytes`. */
  kept = -1
  /** It has said that all up to its beginning to follow is on its disk. */
  isInStep = false
  private readonly socket: Socket
  private readonly led: Led
  private readonly parser = new WireParser()
  private isLive = false
  private liveFrom = 0
  private cursor = { file: '', offset: 0 }

  constructor(socket: Socket, led: Led) {
    this.socket = socket
    this.led = led
    socket.setNoDelay(true)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => led.onGone(this))
    socket.on('data', (piece) => {
      for (const parsed of this.parser.push(piece as Buffer)) {
        const message = parsed.kind === 'frame' ? decodeMirror(parsed.frame) : undefined
        if (message) this.hear(message)
        else socket.destroy()
      }
    })
  }

  end(): void {
    this.socket.destroy()
  }

  /** Lets what was sent go out, then ends: the follower has all of it. */
  finish(): void {
    this.socket.end()
  }

  /** A piece of journal has been appended here. While the files are still being sent it will be found in them. */
  ship({ file, bytes, position }: Appended): void {
    if (!this.isLive) return
    const offset = file === this.cursor.file ? this.cursor.offset : 0
    for (let at = 0; at < bytes.length; at += PIECE_BYTES_MAX) {
      // Only with the last piece is the whole there.
      const isLast = at + PIECE_BYTES_MAX >= bytes.length
      this.send(file, offset + at, isLast ? position : -1, bytes.subarray(at, at + PIECE_BYTES_MAX))
    }
    this.cursor = { file, offset: offset + bytes.length }
  }

  private hear(message: MirrorMessage): void {
    if (message.kind === 'hello') void this.begin(message.head).catch(() => this.socket.destroy())
    else if (message.kind === 'kept') {
      this.kept = message.head.position
      if (this.isLive && this.kept >= this.liveFrom) this.isInStep = true
      this.led.onKept(this)
    } else this.socket.destroy()
  }

  private async begin({ site, secret, ...point }: MirrorPoint & { site: string; secret: string }): Promise<void> {
    this.site = site
    const why = secret !== this.led.secret ? 'secret' : this.led.welcome(this) ? undefined : 'busy'
    if (why) {
      this.socket.end(encodeMirror('refused', { why }))
      return
    }
    const { disk, folder } = this.led
    const known = findPosition(disk, point)
    const options = readFileSync(join(folder, OPTIONS_FILE), 'utf8')
    this.socket.write(encodeMirror('begin', { fresh: known === undefined, options }))
    await this.copy(known ?? wholeCopy(disk))
  }

  private async copy({ snapshot, segments, offset }: CopyPlan): Promise<void> {
    if (snapshot) await this.copyFile(snapshot, 0)
    // The segment in use may be closed meanwhile, and then there is a next one.
    let file = segments[0] ?? this.led.journal.segment
    for (let from = offset; file !== ''; from = 0) {
      await this.copyFile(file, from)
      const next = filesOf(this.led.disk.list(), sequenceOfSegment).find(({ name }) => name > file)
      if (!next) break
      file = next.name
    }
    this.goLive()
  }

  /** Nothing was awaited since the last byte of the journal was read: from here on pieces come by `ship`. */
  private goLive(): void {
    if (this.socket.destroyed) return
    const { journal, disk, epoch } = this.led
    this.cursor = { file: journal.segment, offset: journal.segmentBytes }
    this.liveFrom = disk.journalBytes
    this.isLive = true
    this.led.onLive(this)
    this.socket.write(encodeMirror('caughtUp', { epoch, position: this.liveFrom }))
  }

  /** Sends a file from a byte on; the segment in use as far as it has records, as after them is only room. */
  private async copyFile(file: string, from: number): Promise<void> {
    const fd = openSync(join(this.led.folder, file), 'r')
    try {
      const room = new Uint8Array(PIECE_BYTES_MAX)
      for (let at = from; !this.socket.destroyed; ) {
        const { segment, segmentBytes } = this.led.journal
        const end = Math.min(fstatSync(fd).size, file === segment ? segmentBytes : Number.POSITIVE_INFINITY)
        const bytes = readSync(fd, room, 0, Math.min(room.length, end - at), at)
        if (bytes <= 0) return
        const hasRoom = this.send(file, at, -1, room.subarray(0, bytes))
        at += bytes
        if (!hasRoom) await this.drained()
      }
    } finally {
      closeSync(fd)
    }
  }

  private drained(): Promise<void> {
    const { socket } = this
    return new Promise((resolve) => {
      const end = (): void => {
        socket.off('drain', end)
        socket.off('close', end)
        resolve()
      }
      socket.on('drain', end)
      socket.on('close', end)
    })
  }

  private send(file: string, offset: number, position: number, bytes: Uint8Array): boolean {
    return this.socket.write(encodeMirror('piece', { file, offset, position }, bytes))
  }
}
