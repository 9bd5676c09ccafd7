import type { QualityReport } from '@zhanggui/contract'
import { Alert } from 'antd'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { EmptyState } from '../../../parts/empty-state.tsx'
import styles from './finding-list.module.css'
import { strings } from './strings.ts'

type Finding = QualityReport['findings'][number]

const GRAVEST_FIRST = ['error', 'warning', 'info'] as const

/** What the report found, gravest first, each in the server's words with what to do. */
export function FindingList({ findings }: { findings: readonly Finding[] }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const ordered = GRAVEST_FIRST.flatMap((severity) => findings.filter((finding) => finding.severity === severity))
  return (
    <Card title={t.findings}>
      {ordered.length === 0 && <EmptyState title={t.findingsNone} text={t.findingsNoneHint} />}
      <ul className={styles.list}>
        {ordered.map((finding) => (
          <li key={finding.code + finding.message}>
            <Alert
              type={finding.severity}
              showIcon
              role="none"
              title={language === 'zh' ? finding.message : finding.messageEn}
            />
          </li>
        ))}
      </ul>
    </Card>
  )
}
