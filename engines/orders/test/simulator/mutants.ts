/** A bug somebody could write: `find` stands once in `file` under `src/` and becomes `replace`. */
export type Mutant = { bug: string; file: string; find: string; replace: string }

/** Each must be found by the simulator, or the simulator is not looking where it matters. */
export const MUTANTS: readonly Mutant[] = [
  {
    bug: 'answers go out before the journal is on disk',
    file: 'journal/journal.ts',
    find: 'if (journal.segment && journal.durable < last) journal.disk.sync(journal.segment)',
    replace: '',
  },
  {
    bug: 'a frame is journaled at the instant of a clock that was set back',
    file: 'journal/decide-durably.ts',
    find: 'Math.max(core.clock[0] as number, now)',
    replace: 'now',
  },
  {
    bug: 'the checksum of a record is not looked at',
    file: 'recovery/scan-segment.ts',
    find: 'if (crc32cWords(words, start, end) === head.bodyCheck)',
    replace: 'if (head.bodyCheck !== head.bodyCheck + 1)',
  },
  {
    bug: 'a snapshot is renamed into place before it is on disk',
    file: 'snapshot/write-snapshot.ts',
    find: 'disk.sync(temporary)',
    replace: '',
  },
  {
    bug: 'a snapshot forgets what was answered',
    file: 'snapshot/core-arrays.ts',
    find: '  core.replies.table.slots,\n',
    replace: '',
  },
  {
    bug: 'an order refused at its second line keeps the first',
    file: 'commands/reserve.ts',
    find: 'giveCell(core, taken, column, frame, buyer, address)',
    replace: 'core.outcome[0] = i',
  },
  {
    bug: 'the stock of a lapsed order is not given back',
    file: 'orders/pass-time.ts',
    find: 'giveOrder(core, order, held ? ITEM.held : ITEM.locked)',
    replace: '',
  },
  {
    bug: 'late money takes stock that is gone',
    file: 'orders/take-cell.ts',
    find: 'if (free < quantity) {',
    replace: 'if (free < quantity && column !== ITEM.sold) {',
  },
  {
    bug: 'a bundle takes its first part alone',
    file: 'stock/move-units.ts',
    find: 'for (let part = end - count * PARTS_WORDS; part < end; part += PARTS_WORDS)\n    moveOne(',
    replace: 'for (let part = end - count * PARTS_WORDS; part < end; part += count * PARTS_WORDS)\n    moveOne(',
  },
  {
    bug: 'what was counted under the limit of an address is never given back',
    file: 'stock/limits.ts',
    find: 'if (flags & CELL_FLAG.addressCounted)',
    replace: 'if (flags & CELL_FLAG.addressCounted & CELL_FLAG.buyerCounted)',
  },
  {
    bug: 'a refusal is not remembered, and the same id buys later',
    file: 'codes/result-code.ts',
    find: 'number < FIRST_UNDECIDED || number >= FIRST_REFUSED',
    replace: 'number < FIRST_UNDECIDED',
  },
  {
    bug: 'taking an id out of a table loses those behind it',
    file: 'tables/id-table.ts',
    find: 'if (((next - home) & mask) < ((next - hole) & mask)) continue',
    replace: 'if (home >= 0) break',
  },
]
