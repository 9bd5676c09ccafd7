import type { ProgrammeCommandInfo } from '@zhanggui/contract'
import { Button, Input, Select } from 'antd'
import { usePermissions } from '../../../../app/use-permissions.ts'
import { useSearchState } from '../../../../app/use-search-state.ts'
import { nameOf, useLanguage, useStrings } from '../../../../locale/strings.ts'
import { CollectButton } from './collect-button.tsx'
import styles from './one.module.css'
import type { ProgrammeProps } from './programme-view.tsx'
import { strings } from './strings.ts'

/** Finding cases, and the commands that need none to begin with. */
export function CaseTools({
  at,
  programme,
  kind,
  onPlay,
}: ProgrammeProps & { onPlay: (c: ProgrammeCommandInfo) => void }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const { get, set } = useSearchState()
  const mayWrite = usePermissions().includes('plan:write') && programme.openedAt !== null
  const beginning = kind.commands.filter(
    ({ opens }) => opens !== 'no' && (opens !== 'new' || programme.state === 'open'),
  )
  return (
    <div className={styles.tools}>
      <Select
        className={styles.status ?? ''}
        aria-label={t.status}
        value={get('status') ?? ''}
        options={[
          { value: '', label: t.all },
          ...kind.statuses.map((status) => ({ value: status.id, label: nameOf(status, language) })),
        ]}
        onChange={(status) => set({ status: status || null, page: null })}
      />
      <Input.Search
        className={styles.find ?? ''}
        aria-label={t.find}
        placeholder={t.find}
        allowClear
        defaultValue={get('q') ?? ''}
        onSearch={(q) => set({ q: q || null, page: null })}
      />
      {mayWrite && kind.collects && <CollectButton at={at} />}
      {mayWrite &&
        beginning.map((command) => (
          <Button key={command.id} onClick={() => onPlay(command)}>
            {nameOf(command, language)}
          </Button>
        ))}
    </div>
  )
}
