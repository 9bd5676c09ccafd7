/**
 * What is wrong with what is on disk, and where. Nothing is ever guessed over: with damage there is no core.
 * - `bit_rot`: bytes that were on disk have changed, in a record that was acknowledged or may have been.
 * - `missing_record`: a sequence is not there, or a record of another journal stands in its place.
 * - `newer_version`: written by a later version of this program.
 * - `options_differ`: written for a core of other options, named in `detail`.
 * - `snapshot_damaged`: no snapshot is whole, and the journal does not begin at the beginning.
 */
export type Damage = {
  code: 'bit_rot' | 'missing_record' | 'newer_version' | 'options_differ' | 'snapshot_damaged'
  file: string
  /** Byte in the file. */
  offset: number
  /** Sequence of the record that should be there. */
  sequence: number
  detail: string
  message: string
}

const WORDS: { readonly [code in Damage['code']]: string } = {
  bit_rot:
    '数据损坏，请从备份或副本恢复该文件。Bytes have changed on disk: restore this file from a backup or replica.',
  missing_record: '缺少记录，请找回缺失的日志段。A record is missing: bring back the missing journal segment.',
  newer_version: '由更新版本写成，请先升级。Written by a newer version: upgrade first.',
  options_differ:
    '写入时的容量或时限与现在不同，请改回，或先导出快照再调整。Written with other options: set them back, or resize with a snapshot.',
  snapshot_damaged:
    '快照已损坏且日志不完整，请恢复备份。No snapshot is whole and the journal is not complete: restore a backup.',
}

export const damageOf = (
  code: Damage['code'],
  { file, offset = 0, sequence = 0, detail = '' }: Partial<Damage> & { file: string },
): Damage => ({
  code,
  file,
  offset,
  sequence,
  detail,
  message: `${file} @${offset} #${sequence} ${detail ? `(${detail}) ` : ''}${WORDS[code]}`,
})
