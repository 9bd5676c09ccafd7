import { CopyOutlined } from '@ant-design/icons'
import type { QueryRequest } from '@zhanggui/contract'
import { Button, Drawer } from 'antd'
import { useMetricQuery } from '../../../api/use-metric-query.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useStrings } from '../../../locale/strings.ts'
import { PanelBody } from '../../../parts/panel.tsx'
import { useCopy } from '../../../parts/use-copy.ts'
import styles from './sql-drawer.module.css'
import { strings } from './strings.ts'

type SqlDrawerProps = { open: boolean; request: QueryRequest; onClose: () => void }

/** The queries behind the figures. */
export function SqlDrawer({ open, request, onClose }: SqlDrawerProps) {
  const t = useStrings(strings)
  const query = useMetricQuery(useStoreId(), open ? { ...request, explain: true } : null)
  return (
    <Drawer open={open} onClose={onClose} title={t.sql} size={720} destroyOnHidden>
      <p className={styles.lead}>{t.sqlLead}</p>
      <PanelBody query={query} height={320}>
        {(result) => (
          <ol className={styles.list}>
            {(result.sql ?? []).map((statement) => (
              <Statement key={`${statement.source}:${statement.text}`} statement={statement} />
            ))}
          </ol>
        )}
      </PanelBody>
    </Drawer>
  )
}

function Statement({ statement }: { statement: { source: string; metrics: string[]; text: string } }) {
  const t = useStrings(strings)
  const copy = useCopy()
  return (
    <li>
      <header className={styles.header}>
        <b>{statement.source}</b>
        <span>{statement.metrics.join(' · ')}</span>
        <Button
          type="text"
          size="small"
          icon={<CopyOutlined aria-hidden />}
          aria-label={`${t.copy}: ${statement.source}`}
          onClick={() => void copy(async () => navigator.clipboard.writeText(statement.text))}
        />
      </header>
      <pre className={styles.sql}>{statement.text}</pre>
    </li>
  )
}
