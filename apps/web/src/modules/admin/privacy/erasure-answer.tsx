import type { ErasureReport } from '@zhanggui/contract'
import { Alert } from 'antd'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { strings, tableName } from './strings.ts'

/** What an erasure did, and what it could not reach. */
export function ErasureAnswer({ report }: { report: ErasureReport }) {
  const t = useStrings(strings)
  const format = useFormat()
  const left = [
    ...(report.backups.length > 0 ? [t.backups, ...report.backups.map(({ file }) => file)] : []),
    ...(report.originals.length > 0 ? [t.originals, ...report.originals] : []),
  ]
  const done = [
    ...report.tables
      .filter(({ detached }) => detached > 0)
      .map(({ table, detached }) => t.detached(tableName(table, t), format.count(detached))),
    ...report.files.map(({ path, done: how }) => (how === 'removed' ? t.removed(path) : t.masked(path))),
  ]
  return (
    <>
      <Alert
        type="success"
        showIcon
        title={t.erased}
        description={<Lines lines={done.length > 0 ? done : [t.nothingFound]} />}
      />
      {left.length > 0 && <Alert type="warning" showIcon title={<Lines lines={left} />} />}
    </>
  )
}

const Lines = ({ lines }: { lines: readonly string[] }) => (
  <>
    {lines.map((line) => (
      <div key={line} style={{ overflowWrap: 'anywhere' }}>
        {line}
      </div>
    ))}
  </>
)
