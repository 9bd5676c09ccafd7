import type { FileFindings, Finding } from '@zhanggui/contract'
import { useFormat } from '../../../format/use-format.ts'
import { listed } from '../../../locale/punctuation.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import stack from '../../../parts/stack.module.css'
import { listName } from '../plans/field-names.ts'
import { FindingBasis } from './finding-basis.tsx'
import styles from './finding-row.module.css'
import { checkStrings } from './strings.ts'

const LEVELS = ['error', 'warning', 'note'] as const

/** What was read of a file, and what is wrong with it, the worst first. */
export function FileFindingsView({ found }: { found: FileFindings }) {
  const t = useStrings(checkStrings)
  const format = useFormat()
  const { counts, findings } = found
  const { error, warning, note } = counts
  return (
    <div className={stack.stack} role="status">
      <p>{useWhatWasRead(found)}</p>
      <p>
        {findings.length === 0
          ? t.filePassed
          : t.fileCounts(format.count(error), format.count(warning), format.count(note))}
      </p>
      {LEVELS.map((level) => (
        <Level key={level} title={t[level]} findings={findings.filter((finding) => finding.level === level)} />
      ))}
    </div>
  )
}

function useWhatWasRead({ name, year, read }: FileFindings): string {
  const t = useStrings(checkStrings)
  const language = useLanguage()
  const format = useFormat()
  const parts = Object.entries(read).filter(([part, count]) => part !== 'header' && count > 0)
  if (parts.length === 0) return t.fileNothingRead
  const words = parts.map(([part, count]) => `${listName(part, language)} ${format.count(count)}`)
  return t.fileRead(name, String(year), listed(words, language))
}

function Level({ title, findings }: { title: string; findings: readonly Finding[] }) {
  const zh = useLanguage() === 'zh'
  const format = useFormat()
  if (findings.length === 0) return null
  return (
    <Card title={title}>
      <ul>
        {findings.map((finding) => (
          <li key={finding.number} className={styles.row} data-state={finding.level} data-rule={finding.rule}>
            <span className={styles.number}>{finding.number}</span>
            <div className={styles.words}>
              <p className={styles.message}>{format.daysInText(zh ? finding.messageZh : finding.messageEn)}</p>
              <p className={styles.suggestion}>{format.daysInText(zh ? finding.suggestionZh : finding.suggestionEn)}</p>
              <FindingBasis finding={finding} />
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}
