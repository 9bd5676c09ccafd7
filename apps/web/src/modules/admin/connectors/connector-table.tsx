import type { ConnectorInfo, ConnectorState } from '@zhanggui/contract'
import { Tag } from 'antd'
import { Link } from 'react-router'
import { useFormat } from '../../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { DataTable } from '../../../parts/data-table.tsx'
import link from '../../../parts/link.module.css'
import styles from './connectors.module.css'
import { strings } from './strings.ts'

const COLOURS: Record<ConnectorState, string> = { off: 'default', simulated: 'processing', real: 'success' }

export function ConnectorTable({ store, connectors }: { store: string; connectors: readonly ConnectorInfo[] }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const words = (text: ConnectorInfo['needs']) => <span className={styles.words}>{text[language]}</span>
  return (
    <DataTable
      label={t.title}
      rows={connectors}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          title: t.name,
          render: (row) => <span className={styles.words}>{nameOf(row, language)}</span>,
        },
        { key: 'direction', title: t.direction, render: ({ direction }) => t[direction] },
        { key: 'state', title: t.state, render: (row) => <State connector={row} /> },
        { key: 'needs', title: t.needs, render: ({ needs }) => words(needs) },
        { key: 'simulator', title: t.simulator, render: ({ simulator }) => words(simulator) },
        {
          key: 'where',
          title: t.where,
          render: ({ page, nameZh }) => (
            <Link
              to={`/stores/${encodeURIComponent(store)}/${page}`}
              className={link.link}
              aria-label={`${t.open} ${nameZh}`}
            >
              {t.open}
            </Link>
          ),
        },
      ]}
    />
  )
}

function State({ connector: { id, state, real, simulated } }: { connector: ConnectorInfo }) {
  const t = useStrings(strings)
  const format = useFormat()
  const used = state === 'real' ? real : simulated
  return (
    <Tag color={COLOURS[state]} data-connector={id} data-value={state}>
      {state === 'off' ? t.off : `${t[state]} · ${t.count(format.count(used))}`}
    </Tag>
  )
}
