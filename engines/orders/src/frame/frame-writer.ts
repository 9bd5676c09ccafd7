import type { Command, CommandOf, Id, Key, ReserveLine, Signals, Terms } from './command.ts'
import { type CommandKind, ITEM_KIND, KIND } from './command-kind.ts'
import * as at from './layout.ts'

/** Commands being put end to end. `words` grows by doubling; the frame is its first `length` words. */
export type FrameWriter = { words: Int32Array; length: number; count: number }

export const createFrameWriter = (capacityWords = 8192): FrameWriter => ({
  words: new Int32Array(capacityWords),
  length: 0,
  count: 0,
})

export function clearFrame(writer: FrameWriter): void {
  writer.length = 0
  writer.count = 0
}

/** The frame as written so far, in place: it is overwritten by what is written after `clearFrame`. */
export const frameOf = (writer: FrameWriter): Int32Array => writer.words.subarray(0, writer.length)

function grow(writer: FrameWriter, wanted: number): void {
  let size = writer.words.length
  while (size < wanted) size *= 2
  const words = new Int32Array(size)
  words.set(writer.words)
  writer.words = words
}

/** Opens the next command and says where it starts; all its words are zero. */
function begin(writer: FrameWriter, command: Command, length: number, { flags = 0, lines = 0 } = {}): number {
  if (writer.length + length > writer.words.length) grow(writer, writer.length + length)
  const start = writer.length
  const { words } = writer
  words.fill(0, start, start + length)
  words[start] = KIND[command.kind] | (flags << 8) | (length << 16)
  words[start + at.HEAD.lines] = lines
  setId(words, start + at.HEAD.id, command.id)
  at.setPair(words, start + at.HEAD.issuedAt, command.issuedAt)
  writer.length += length
  writer.count++
  return start
}

function setId(words: Int32Array, to: number, id: Id): void {
  words[to] = id[0]
  words[to + 1] = id[1]
  words[to + 2] = id[2]
  words[to + 3] = id[3]
}

function setKey(words: Int32Array, to: number, key: Key): void {
  words[to] = key[0]
  words[to + 1] = key[1]
}

function setTerms(words: Int32Array, start: number, terms: Terms): void {
  words[start + at.OPEN_ITEM.buyerLimit] = terms.buyerLimit
  words[start + at.OPEN_ITEM.addressLimit] = terms.addressLimit
  words[start + at.OPEN_ITEM.limitGroup] = terms.limitGroup
  words[start + at.OPEN_ITEM.gate] = terms.gate
  words[start + at.OPEN_ITEM.version] = terms.version
  words[start + at.OPEN_ITEM.holdSeconds] = terms.holdSeconds
  at.setPair(words, start + at.OPEN_ITEM.opensAt, terms.opensAt)
  at.setPair(words, start + at.OPEN_ITEM.closesAt, terms.closesAt)
  at.setPair(words, start + at.OPEN_ITEM.balanceFrom, terms.balanceFrom)
  at.setPair(words, start + at.OPEN_ITEM.balanceUntil, terms.balanceUntil)
}

function setSignals(words: Int32Array, start: number, signals: Signals): void {
  setKey(words, start + at.RESERVE.source, signals.source)
  setKey(words, start + at.RESERVE.device, signals.device)
  const bits =
    (signals.verified ? at.SIGNAL.verified : 0) |
    (signals.newAddress ? at.SIGNAL.newAddress : 0) |
    (signals.newDevice ? at.SIGNAL.newDevice : 0) |
    (signals.proxyNetwork ? at.SIGNAL.proxyNetwork : 0) |
    (signals.holdForCheck ? at.SIGNAL.holdForCheck : 0)
  words[start + at.RESERVE.signals] = bits | (Math.min(signals.accountAgeDays, 0xffff) << 16)
}

function setLine(words: Int32Array, to: number, line: ReserveLine): void {
  const flags = line.gift ? at.LINE_FLAG.gift | (line.gift.mayBeMissing ? at.LINE_FLAG.mayBeMissing : 0) : 0
  words[to + at.LINE.item] = line.item | (flags << at.ITEM_BITS)
  words[to + at.LINE.quantity] = line.quantity
  words[to + at.LINE.version] = line.version
  words[to + at.LINE.alternative] = line.gift?.alternative ?? 0
}

function writeReserve(writer: FrameWriter, command: CommandOf<'reserve'>): void {
  const lines = command.lines.length
  const flags = command.paid ? at.RESERVE_FLAG.paid : 0
  const start = begin(writer, command, at.RESERVE.lines + lines * at.LINE.words, { flags, lines })
  const { words } = writer
  setSignals(words, start, command.signals)
  words[start + at.RESERVE.history] = command.signals.history ?? 0
  setKey(words, start + at.RESERVE.buyer, command.buyer)
  setKey(words, start + at.RESERVE.address, command.address)
  at.setPair(words, start + at.RESERVE.amount, command.amountCents)
  words[start + at.RESERVE.holdMs] = command.holdMs
  for (let i = 0; i < lines; i++)
    setLine(words, start + at.RESERVE.lines + i * at.LINE.words, command.lines[i] as ReserveLine)
}

function writeOpenItem(writer: FrameWriter, command: CommandOf<'openItem'>): void {
  const lines = command.parts.length
  const start = begin(writer, command, at.OPEN_ITEM.parts + lines * at.PART.words, { lines })
  const { words } = writer
  words[start + at.OPEN_ITEM.item] = command.item | (ITEM_KIND[command.itemKind] << at.ITEM_BITS)
  words[start + at.OPEN_ITEM.stock] = command.stock
  setTerms(words, start, command.terms)
  for (const [i, part] of command.parts.entries()) {
    words[start + at.OPEN_ITEM.parts + i * at.PART.words] = part.item
    words[start + at.OPEN_ITEM.parts + i * at.PART.words + at.PART.units] = part.units
  }
}

function writeReturn(writer: FrameWriter, command: CommandOf<'returnGoods'>): void {
  const flags = (command.scrap ? at.RETURN_FLAG.scrap : 0) | (command.restoreLimit ? at.RETURN_FLAG.restoreLimit : 0)
  const start = begin(writer, command, at.RETURN.words, { flags })
  setId(writer.words, start + at.RETURN.order, command.order)
  writer.words[start + at.RETURN.item] = command.item
  writer.words[start + at.RETURN.quantity] = command.quantity
}

function writePayment(writer: FrameWriter, command: CommandOf<'pay'> | CommandOf<'payDeposit'>): void {
  const start = begin(writer, command, command.kind === 'pay' ? at.PAY.words : at.PAY_DEPOSIT.words)
  setId(writer.words, start + at.PAY.order, command.order)
  at.setPair(writer.words, start + at.PAY.amount, command.amountCents)
  if (command.kind === 'payDeposit') at.setPair(writer.words, start + at.PAY_DEPOSIT.balance, command.balanceCents)
}

function writeOpenGate(writer: FrameWriter, command: CommandOf<'openGate'>): void {
  const start = begin(writer, command, at.OPEN_GATE.words)
  const { words } = writer
  words[start + at.OPEN_GATE.gate] = command.gate
  words[start + at.OPEN_GATE.perSecond] = command.perSecond
  words[start + at.OPEN_GATE.sourceLimit] = command.sourceLimit
  words[start + at.OPEN_GATE.seed] = command.seed
  at.setPair(words, start + at.OPEN_GATE.opensAt, command.opensAt)
  words[start + at.OPEN_GATE.ticketSeconds] = command.ticketSeconds
}

function writeEnterGate(writer: FrameWriter, command: CommandOf<'enterGate'>): void {
  const start = begin(writer, command, at.ENTER_GATE.words)
  setSignals(writer.words, start, command.signals)
  setKey(writer.words, start + at.ENTER_GATE.buyer, command.buyer)
  writer.words[start + at.ENTER_GATE.gate] = command.gate
}

function writeScorecard(writer: FrameWriter, command: CommandOf<'setScorecard'>): void {
  const start = begin(writer, command, at.SET_SCORECARD.bins + command.bins.length * 2)
  const { words } = writer
  words[start + at.SET_SCORECARD.version] = command.version
  words[start + at.SET_SCORECARD.verifyFrom] = command.verifyFrom
  words[start + at.SET_SCORECARD.denyFrom] = command.denyFrom
  for (const [i, bin] of command.bins.entries()) {
    words[start + at.SET_SCORECARD.bins + i * 2] = (bin.feature << 16) | (bin.points & 0xffff)
    words[start + at.SET_SCORECARD.bins + i * 2 + 1] = bin.from
  }
}

function writeStockTerms(
  writer: FrameWriter,
  command: CommandOf<'changeTerms'> | CommandOf<'adjustStock'> | CommandOf<'block'> | CommandOf<'release'>,
): void {
  const { words: length } = {
    changeTerms: at.CHANGE_TERMS,
    adjustStock: at.ADJUST_STOCK,
    block: at.BLOCK,
    release: at.RELEASE,
  }[command.kind]
  const start = begin(writer, command, length)
  const { words } = writer
  if (command.kind === 'release') setId(words, start + at.RELEASE.order, command.order)
  else if (command.kind === 'block') {
    setKey(words, start + at.BLOCK.key, command.key)
    words[start + at.BLOCK.until] = command.untilSeconds
  } else {
    words[start + at.CHANGE_TERMS.item] = command.item
    words[start + at.CHANGE_TERMS.closed] = command.kind === 'adjustStock' ? command.delta : Number(command.closed)
    if (command.kind === 'changeTerms') setTerms(words, start, command.terms)
  }
}

const WRITERS: { [K in CommandKind]: (writer: FrameWriter, command: CommandOf<K>) => void } = {
  openItem: writeOpenItem,
  changeTerms: writeStockTerms,
  adjustStock: writeStockTerms,
  reserve: writeReserve,
  pay: writePayment,
  payDeposit: writePayment,
  release: writeStockTerms,
  returnGoods: writeReturn,
  openGate: writeOpenGate,
  enterGate: writeEnterGate,
  block: writeStockTerms,
  setScorecard: writeScorecard,
}

/** Puts one command at the end of the frame. Values are not judged here: the core does that, wherever a frame comes from. */
export function writeCommand<K extends CommandKind>(writer: FrameWriter, command: CommandOf<K>): void {
  // The table is keyed by the command's own kind, which the compiler cannot follow through the union.
  const write = WRITERS[command.kind as K]
  write(writer, command)
}

/** A frame of its own holding these commands. */
export function encodeFrame(commands: readonly Command[]): Int32Array {
  const writer = createFrameWriter(64 * Math.max(1, commands.length))
  for (const command of commands) writeCommand(writer, command)
  return frameOf(writer)
}
